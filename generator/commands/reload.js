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

  // What is being filled in or chosen is not lost: the page waits until that is closed or let go.
  const reload = () => {
    const open = document.querySelector("dialog[open]:not(#preview-failure)");
    if (open) open.addEventListener("close", reload, { once: true });
    else if (document.querySelector(".desk-box:checked")) {
      document.addEventListener("change", reload, { once: true });
    } else location.reload();
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
      if (message.command === "reload") reload();
      if (message.command === "alert") show(message.message);
    });
    socket.addEventListener("close", () => {
      lost = true;
      setTimeout(connect, again);
    });
  };

  connect();
})();
