// Questions to the preview server.

export const ask = async (question, body = {}) => {
  try {
    const response = await fetch(`/.desk/ask/${question}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!(response.headers.get("Content-Type") || "").includes("json")) return { error: text };
    return JSON.parse(text);
  } catch {
    return { error: "The preview does not answer. Is it still running?" };
  }
};
