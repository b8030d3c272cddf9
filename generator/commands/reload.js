// The preview's script: reloads the page after a build, and shows why a build failed.
// It is part of the preview server only, never of a published site.
"use strict";

(() => {
  const again = 1000; // milliseconds until the next try to connect
  let lost = false;

  const show = (message) => {
    document.getElementById("preview-failure")?.remove();
    const box = document.createElement("dialog");
    box.id = "preview-failure";
    const title = document.createElement("h2");
    title.textContent = "The last build failed; this is the site before it";
    const text = document.createElement("pre");
    text.textContent = message;
    box.append(title, text);
    document.body.append(box);
    box.show();
  };

  // Whoever has just followed a link is not held back.
  const leaves = 3000; // milliseconds
  let left = -leaves;
  addEventListener("beforeunload", () => { left = performance.now(); });

  // What is being filled in or chosen is not lost: the page waits until that is closed or let go.
  const reload = () => {
    if (performance.now() - left < leaves) return setTimeout(reload, leaves);
    const open = document.querySelector("dialog[open]:not(#preview-failure)");
    if (open) open.addEventListener("close", reload, { once: true });
    else if (document.querySelector(".desk-box:checked")) {
      document.addEventListener("change", reload, { once: true });
    } else location.reload();
  };

  // Whether the page would be another one now, or none.
  const shown = document.currentScript.dataset.page;
  const reloadIfChanged = async () => {
    const now = await fetch(location.href, { method: "HEAD", cache: "no-store" });
    if ((now.headers.get("Etag") || "").replaceAll('"', "") !== shown) reload();
  };

  const connect = () => {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(`${scheme}//${location.host}/.preview/socket`);
    socket.addEventListener("open", () => {
      if (lost) reload();
      socket.send(JSON.stringify({ command: "hello" }));
    });
    socket.addEventListener("message", (event) => {
      const message = JSON.parse(event.data);
      if (message.command === "reload") message.always ? reload() : reloadIfChanged();
      if (message.command === "alert") show(message.message);
    });
    socket.addEventListener("close", () => {
      lost = true;
      setTimeout(connect, again);
    });
  };

  connect();
})();
