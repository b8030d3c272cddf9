// The editors' desk in the preview. It is part of the preview server only, never of a published
// site. All that it shows is put in as text; what an action will do is said by the server.
"use strict";

(() => {
  const wait = 250; // milliseconds after a key before the server is asked
  const types = ["person", "organisation", "place"];
  const folders = /\/((?:people|organisations|places)\/[^/]+?)(?:\/[^/]+)?\.html$/;
  const lists = /\/(?:people|organisations|places)\/(?:index|by\/[^/]+)\.html$|\/(?:people|organisations|places)\/$/;

  // Elements ----------------------------------------------------------------------------------

  const el = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") made.addEventListener(name, value);
      else if (value === true) made.setAttribute(name, "");
      else if (value !== false && value != null) made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child != null && child !== ""));
    return made;
  };
  const button = (label, click, attributes = {}) =>
    el("button", { type: "button", click, ...attributes }, label);

  let counter = 0;
  const labelled = (label, input, hint = "") => {
    input.id ||= `desk-${(counter += 1)}`;
    return el("p", { class: "field" }, el("label", { for: input.id }, label), input,
      hint ? el("small", {}, hint) : "");
  };
  const select = (name, options) =>
    el("select", { name }, ...options.map(([value, text]) => el("option", { value }, text)));
  const input = (name, value = "", more = {}) =>
    el("input", { name, value, autocomplete: "off", ...more });

  // Server ------------------------------------------------------------------------------------

  const ask = async (question, body = {}) => {
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

  // Status ------------------------------------------------------------------------------------

  const status = el("div", { id: "desk-status", role: "status" });
  const say = (words, { undo = false, keep = false } = {}) => {
    status.replaceChildren(el("span", {}, words),
      undo ? button("Undo", () => takeBack(), { "aria-keyshortcuts": "u" }) : "",
      button("Close", () => status.replaceChildren(), { class: "quiet" }));
    if (keep) sessionStorage.setItem("desk-said", JSON.stringify({ words, undo }));
  };
  const written = (answer, undo = true) => {
    const tables = [...new Set((answer.lines || []).map((line) => line.table))].join(", ");
    say(`${answer.summary || "Done."} Written to ${tables}. The pages follow when the site is built.`,
      { undo, keep: true });
  };

  const versions = (answer, again) => {
    const box = el("div", { class: "conflict", role: "alert" },
      el("p", {}, answer.error),
      el("p", {}, "Yours:"), ...answer.yours.map((line) => el("pre", {}, line)),
      el("p", {}, "In the table now:"),
      ...(answer.theirs.length ? answer.theirs : ["nothing about this"]).map((line) => el("pre", {}, line)));
    if (again) box.append(button("Write mine, too", again));
    return box;
  };
  const takeBack = async (line = {}) => {
    const answer = await ask("undo", line);
    if (answer.yours) show("Not undone", versions(answer));
    else if (answer.error) say(answer.error);
    else written({ ...answer, summary: "Taken back." }, false);
    if (!answer.error) refresh();
  };
  const again = async () => {
    const answer = await ask("redo");
    if (answer.error) say(answer.error);
    else written({ ...answer, summary: "Done again." });
    if (!answer.error) refresh();
  };

  // Dialog ------------------------------------------------------------------------------------

  const dialog = el("dialog", { id: "desk-dialog", "aria-labelledby": "desk-title" });
  const show = (title, ...children) => {
    dialog.replaceChildren(
      el("header", {}, el("h2", { id: "desk-title" }, title),
        button("Close", () => dialog.close(), { class: "quiet" })),
      ...children);
    if (!dialog.open) dialog.showModal();
  };

  const evidence = (thing) => {
    const rows = thing.evidence.map((one) => el("li", {},
      el("a", { href: `/${one.path}` }, one.text),
      el("small", {}, [one.title, one.date, one.words ? `“${one.words}”: ${one.why}` : ""].filter(Boolean).join(" · "))));
    return el("details", { open: true }, el("summary", {}, "Sentences"), el("ol", {}, ...rows));
  };

  // A box in which one searches for a name, and chooses one of those found.
  const chooser = (name, first = []) => {
    const found = el("div", { class: "found", role: "radiogroup", "aria-label": "Names found" });
    const list = (names) => found.replaceChildren(...names.map((one, number) => el("label", {},
      el("input", { type: "radio", name, value: one.id, checked: first.length === 1 && number === 0 }),
      el("span", {}, el("strong", {}, one.name), ` ${one.type}, ${one.mentions}${one.why ? ` – ${one.why}` : ""}`))));
    list(first);
    let timer = 0;
    const box = input("query", "", {
      type: "search",
      input: () => {
        clearTimeout(timer);
        timer = setTimeout(async () => list((await ask("names", { query: box.value })).names || []), wait);
      },
    });
    return el("div", {}, labelled("Name", box), found);
  };
  const boxes = (name, rows) => el("fieldset", { class: "found" },
    ...rows.map(([value, text]) => el("label", {}, el("input", { type: "checkbox", name, value }), el("span", {}, text))));

  const entity = (action, values) => ({ table: "entities", values: { action, ...values } });
  const entityActions = (thing) => {
    const on = (action, into) => [entity(action, { name: thing.id, into })];
    const list = [
      ["Same as another", () => chooser("into", thing.maybe), (f) => f.into && on("merge", f.into)],
      ["Another name", () => labelled("Name", input("into", thing.name)),
        (f) => f.into && f.into !== thing.name && on("rename", f.into)],
      ["Not a name, or not worth a page", () => "", () => on("hide", "")],
      ["Another type", () => labelled("Type", select("into", types.filter((t) => t !== thing.type).map((t) => [t, t]))),
        (f) => on("retype", f.into)],
      ["Somebody or something else in some sources",
        () => el("div", {}, labelled("Name of the other", input("name")),
          boxes("sources", thing.documents.map((d) => [d.id, `${d.title}, ${d.date}, ${d.mentions}`]))),
        (f) => f.name && f.sources?.length &&
          [entity("split", { name: f.name, into: thing.id, sources: f.sources.join("; ") })]],
      ["A further spelling", () => labelled("Spelling", input("name")),
        (f) => f.name && [entity("alias", { name: f.name, into: thing.id })]],
      ["Its Wikidata id", () => labelled("Id", input("into", thing.wikidata, { placeholder: "Q42" })),
        (f) => f.into && on("wikidata", f.into)],
      ["Withhold the name everywhere", () => labelled("Shown in its place", input("into", "[name withheld]")),
        (f) => f.into && on("redact", f.into)],
    ];
    if (thing.spellings.length > 1) {
      list.splice(5, 0, ["One spelling is somebody or something else",
        () => labelled("Spelling", select("name", thing.spellings.map((s) => [s.name, `${s.name} (${s.mentions})`]))),
        (f) => [entity("split", { name: f.name, into: thing.id })]]);
    }
    if (thing.maybe.length) {
      list.splice(1, 0, ["Not the same as",
        () => chooser("into", thing.maybe), (f) => f.into && on("distinct", f.into)]);
    }
    if (thing.type === "place") {
      list.splice(3, 0, ["Where it is", () => labelled("Latitude, longitude",
        input("into", thing.place, { placeholder: "55.8258, 37.3903" }), thing.place_why),
      (f) => f.into && f.into !== thing.place && on("locate", f.into)]);
    }
    return list;
  };
  const eventActions = (thing) => {
    const on = (action, values = {}, id = thing.id) => [{ table: "events", values: { action, id, ...values } }];
    const one = thing.evidence[0];
    const list = [
      ["Wrong date", () => labelled("Date", input("date", thing.iso),
        one?.words ? `Read as ${thing.date} from “${one.words}”: ${one.why}. Write 1911, 1911-05, 3 May 1911, 44 BC.` : ""),
      (f) => f.date && f.date !== thing.iso && on("redate", { date: f.date })],
      ["Not an event", () => "", () => on("hide")],
      ["In your own words", () => labelled("What happened", input("text", thing.text)),
        (f) => f.text && f.text !== thing.text && on("rewrite", { text: f.text })],
    ];
    if (!thing.pinned) list.push(["A key date", () => "", () => on("pin")]);
    if (thing.same_day.length) {
      list.push(["Same event as", () => labelled("Event",
        select("into", thing.same_day.map((e) => [e.id, `${e.date}: ${e.name}`]))), (f) => on("merge", { into: f.into })]);
    }
    const others = thing.evidence.filter((e) => e.id !== thing.id).map((e) => [e.id, e.text]);
    if (others.length) {
      list.push(["Another event: split a sentence off", () => labelled("Sentence", select("id", others)),
        (f) => on("split", {}, f.id)]);
      list.push(["Leave one sentence out", () => labelled("Sentence", select("id", others)),
        (f) => on("hide", {}, f.id)]);
    }
    return list;
  };

  const filled = (form) => {
    const data = new FormData(form);
    const values = Object.fromEntries([...data].map(([key, value]) => [key, value.trim()]));
    if (data.has("sources")) values.sources = data.getAll("sources");
    return values;
  };

  // A form whose button does what its text says, once the server has said what that will be.
  const formFor = (title, choices, extra, go) => {
    const fields = el("div", { class: "fields" });
    const effect = el("p", { class: "effect", role: "status" });
    const apply = el("button", { type: "submit", disabled: true }, "Write it");
    const what = select("what", choices.map(([label], number) => [number, label]));
    const note = input("note", "", { maxlength: 300 });
    let timer = 0, seen = "", actions = null, turn = 0;

    const wanted = () => {
      const values = filled(form);
      const made = choices[Number(what.value)][2](values);
      return made ? made.map((a) => ({ ...a, values: { ...a.values, note: values.note || "" } })) : null;
    };
    const preview = async () => {
      const mine = (turn += 1);
      actions = wanted();
      apply.disabled = true;
      effect.replaceChildren();
      if (!actions) return;
      const answer = await ask("preview", { actions });
      if (mine !== turn) return;
      const wrong = answer.error || (answer.problems || []).join(" ");
      effect.classList.toggle("wrong", Boolean(wrong));
      effect.textContent = wrong || answer.summary;
      apply.disabled = Boolean(wrong);
      seen = answer.seen;
    };
    let last = "";
    const change = () => {
      // Leaving a field changes nothing; the button that is being pressed must stay as it is.
      const next = JSON.stringify([what.value, wanted()]);
      if (next === last) return;
      last = next;
      clearTimeout(timer);
      apply.disabled = true;
      timer = setTimeout(preview, wait);
    };
    const write = async () => {
      apply.disabled = true;
      const answer = await ask("apply", { actions, seen });
      if (answer.yours) {
        effect.replaceChildren(versions(answer, async () => {
          ({ seen } = await ask("preview", { actions }));
          write();
        }));
      } else if (answer.error) {
        effect.classList.add("wrong");
        effect.textContent = answer.error;
      } else {
        if (go) sessionStorage.setItem("desk-go", JSON.stringify({ from: location.pathname, to: go(actions) }));
        dialog.close();
        written(answer);
        refresh();
      }
    };
    const turnTo = () => {
      fields.replaceChildren(choices[Number(what.value)][1]());
      change();
    };
    what.addEventListener("change", turnTo);
    const form = el("form", {
      input: change,
      change,
      submit: (event) => {
        event.preventDefault();
        if (!apply.disabled) write();
      },
    }, choices.length > 1 ? labelled("What is it really?", what) : what, fields,
    labelled("Note", note, "Why, for other editors and, in brackets, for readers"), effect,
    el("p", { class: "buttons" }, apply, button("Cancel", () => dialog.close(), { class: "quiet" })));
    what.hidden = choices.length === 1;
    show(title, form, extra || "");
    turnTo();
    (choices.length > 1 ? what : note).focus();
  };

  const open = async (id) => {
    const answer = await ask("about", { id });
    if (!answer.thing) return say(answer.error || "The archive does not know this any more.");
    const thing = answer.thing;
    const isEntity = thing.kind === "entity";
    const head = isEntity ? `${thing.type}, ${thing.mentions} in ${thing.sources}` : thing.date;
    const facts = [...(thing.edits || []), thing.doubt || ""].filter(Boolean);
    const extra = el("div", {},
      facts.length ? el("p", {}, facts.join("; ")) : "",
      isEntity && thing.path ? el("p", {}, el("a", { href: `/${thing.path}` }, "Open the page")) : "",
      isEntity ? el("details", {}, el("summary", {}, "Spellings, and why they are one"),
        el("ul", {}, ...thing.spellings.map((s) => el("li", {}, `${s.name} (${s.mentions}) – ${s.why}`)))) : "",
      evidence(thing));
    const list = isEntity ? thing.id.split("/")[0] : "";
    const go = isEntity ? (actions) => {
      const { action, into } = actions[0].values;
      return action === "merge" ? `/${into}.html` : `/${list}/index.html`;
    } : null;
    return formFor(`${thing.name.slice(0, 90)} – ${head}`, isEntity ? entityActions(thing) : eventActions(thing), extra, go);
  };

  // Several names that are one.
  const join = async (ids) => {
    const things = (await Promise.all(ids.map((id) => ask("about", { id })))).map((a) => a.thing).filter(Boolean);
    const names = things.map((t) => ({ id: t.id, name: t.name, type: t.type, mentions: t.mentions }));
    formFor(`These ${names.length} are one`, [["One", () => labelled("Name that stays",
      select("into", names.map((n) => [n.id, `${n.name} (${n.type}, ${n.mentions})`]))),
    (f) => names.filter((n) => n.id !== f.into).map((n) => entity("merge", { name: n.id, into: f.into }))]]);
  };

  // Pages of the site -------------------------------------------------------------------------

  const idOf = (address) => {
    const path = new URL(address, location.href).pathname;
    const found = lists.test(path) ? null : folders.exec(path);
    return found ? decodeURIComponent(found[1]) : "";
  };
  const editButton = (id, what) => button("Edit", () => open(id), { class: "desk-edit", "aria-label": `Edit ${what}` });
  const bar = el("div", { id: "desk-bar", role: "toolbar", "aria-label": "Desk" });
  const isOn = () => sessionStorage.getItem("desk-on") === "yes";

  const addButtons = () => {
    const heading = document.querySelector("main h1");
    const id = idOf(location.href);
    if (heading && id) heading.after(editButton(id, "this entry"));
    for (const event of document.querySelectorAll("main article.event[id]")) {
      event.querySelector(".day")?.append(editButton(event.id, "this event"));
    }
    for (const link of document.querySelectorAll("main li.event > .day a[href*='#e']")) {
      link.after(editButton(link.hash.slice(1), "this event"));
    }
    if (!lists.test(location.pathname)) return;
    const chosen = new Set();
    const joined = button("", () => join([...chosen]), { class: "desk-join", hidden: true });
    bar.append(joined);
    for (const link of document.querySelectorAll("main :is(th, li) a[href]")) {
      const one = idOf(link.href);
      if (!one || link.closest("nav") || link.parentElement.querySelector(".desk-box")) continue;
      const box = el("input", { type: "checkbox", class: "desk-box", "aria-label": `Choose ${link.textContent.trim()}` });
      box.addEventListener("change", () => {
        if (box.checked) chosen.add(one);
        else chosen.delete(one);
        joined.hidden = chosen.size < 2;
        joined.textContent = `These ${chosen.size} are one …`;
      });
      link.before(box);
    }
  };
  const removeButtons = () => {
    for (const made of document.querySelectorAll(".desk-edit, .desk-box, .desk-join")) made.remove();
  };
  const toggle = (on) => {
    sessionStorage.setItem("desk-on", on ? "yes" : "");
    document.documentElement.classList.toggle("desk-on", on);
    removeButtons();
    bar.replaceChildren(button("Edit", () => toggle(!isOn()), { "aria-pressed": String(on), "aria-keyshortcuts": "e" }),
      ...(on ? [
        el("a", { href: "/.desk/queue" }, "Queue"),
        el("a", { href: "/.desk/history" }, "History"),
        button("Undo", () => takeBack(), { "aria-keyshortcuts": "u" }),
        button("Redo", again, { "aria-keyshortcuts": "r" }),
      ] : []));
    if (on) addButtons();
  };

  // A name in a text opens the desk; its page is one link further.
  document.addEventListener("click", (event) => {
    const link = isOn() && event.target.closest?.("main a.mention");
    const id = link ? idOf(link.href) : "";
    if (!id || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    open(id);
  }, true);

  // Queue and history -------------------------------------------------------------------------

  let refresh = () => {};
  let keys = {};

  const queuePage = (main) => {
    let items = [], at = 0;
    const progress = el("p", { id: "desk-progress", role: "status" });
    const card = el("section", { class: "card", tabindex: "-1", "aria-label": "Question" });
    const decide = async (answer, choice = 0) => {
      const item = items[at];
      if (!item) return;
      const result = await ask("decide", { what: item.what, key: item.key, answer, choice });
      if (result.error) say(result.error);
      else say(`${item.name}: ${answer}. ${result.summary}`, { undo: true });
      await load();
    };
    const draw = async () => {
      const item = items[at];
      keys = {};
      if (!item) {
        card.replaceChildren(el("h2", {}, "Nothing left to decide"));
        return;
      }
      const choices = item.yes.map((label, number) => button(
        number ? label : `${label} (y)`, () => decide("yes", number), { class: "yes" }));
      card.replaceChildren(el("p", { class: "kicker" }, item.what), el("h2", {}, item.name),
        el("p", {}, item.detail), el("p", { class: "effect" }, item.effect),
        el("p", { class: "buttons" }, ...choices,
          button(`${item.no} (n)`, () => decide("no")), button("Later (l)", () => decide("later")),
          item.type ? button(`${item.yes.length ? "Something else" : "Settle it"} … (e)`, () => open(item.subject),
            { class: item.yes.length ? "quiet" : "yes" }) : ""));
      keys = { n: () => decide("no"), l: () => decide("later"), e: () => item.type && open(item.subject) };
      if (item.yes.length) keys.y = () => decide("yes", 0);
      for (const id of [item.subject, ...item.others]) {
        const { thing } = await ask("about", { id });
        if (items[at] !== item) return;
        if (thing) card.append(el("h3", {}, thing.name), evidence(thing));
      }
    };
    const load = async () => {
      const answer = await ask("queue");
      progress.textContent = answer.error || answer.progress;
      items = answer.items || [];
      at = 0;
      await draw();
      if (answer.error) setTimeout(load, 2000);
    };
    main.append(progress, card);
    refresh = load;
    load();
  };

  const historyPage = (main) => {
    const list = el("ol", { class: "history" });
    const load = async () => {
      const answer = await ask("history");
      if (answer.error) return list.replaceChildren(el("li", {}, answer.error));
      const undone = answer.undone.length ? [el("li", { class: "undone" },
        el("p", {}, "Taken back:"), ...answer.undone[0].map((line) => el("pre", {}, line.raw)),
        button("Redo (r)", again))] : [];
      return list.replaceChildren(...undone, ...answer.lines.map((one) => el("li", {},
        el("p", {}, el("strong", {}, Object.values(one.cells).join(" · "))),
        el("p", { class: "small" }, [one.day || "no day", one.editor, one.about, `${one.table}, line ${one.line}`].filter(Boolean).join(" · ")),
        one.problem ? el("p", { class: "wrong" }, `It matches nothing any more: ${one.problem}`) : "",
        button("Undo", () => takeBack({ table: one.table, raw: one.raw }), { "aria-label": `Undo ${one.raw}` }))));
    };
    main.append(list);
    refresh = load;
    load();
  };

  // Start -------------------------------------------------------------------------------------

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    const usual = own ? { u: () => takeBack(), r: again } : { e: () => toggle(!isOn()), ...(isOn() ? { u: () => takeBack(), r: again } : {}) };
    const act = { ...usual, ...keys }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  const own = document.body.dataset.desk;
  document.body.append(dialog, status);
  const said = JSON.parse(sessionStorage.getItem("desk-said") || "null");
  sessionStorage.removeItem("desk-said");
  if (said) say(said.words, { undo: said.undo });
  if (own) {
    const main = document.querySelector("main");
    if (own === "queue") queuePage(main);
    else historyPage(main);
    return;
  }
  document.body.append(bar);
  toggle(isOn());
  // A page whose name was merged or hidden is gone after the build: follow the name.
  const gone = JSON.parse(sessionStorage.getItem("desk-go") || "null");
  const loaded = performance.getEntriesByType("navigation")[0];
  if (gone && gone.from === location.pathname && loaded?.responseStatus === 404) {
    sessionStorage.removeItem("desk-go");
    if (said) sessionStorage.setItem("desk-said", JSON.stringify(said));
    location.replace(gone.to);
  }
})();
