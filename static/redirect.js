// At a former address: to the same sentence at the new one, which the page itself could not keep.
"use strict";
const { content } = document.querySelector("meta[http-equiv=refresh]");
if (window.location.hash || window.location.search) {
  const address = content.slice(content.indexOf("url=") + "url=".length);
  window.location.replace(address + window.location.search + window.location.hash);
}
