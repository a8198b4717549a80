// Streams answers into the page. Without this script the form asks with a plain request and gets the same answer.
const form = document.getElementById("ask");
const input = document.getElementById("question");
const conversation = document.getElementById("conversation");
const thread = document.getElementById("thread");
const announcement = document.getElementById("announcement");
const notices = document.getElementById("notices").content;
let current = null;

const announce = text => { announcement.textContent = text; };
const list = html => Object.assign(document.createElement("template"), { innerHTML: html }).content;

class Turn {
  constructor(element) {
    this.element = element;
    this.number = Number(element.dataset.turn);
    this.text = this.part("h2").textContent;
    this.part(".stop").addEventListener("click", () => this.stop());
    this.part(".reword").addEventListener("click", () => this.reword());
    this.part(".actions").addEventListener("submit", event => {
      event.preventDefault();
      this.ask();
    });
  }

  part(selector) {
    return this.element.querySelector(selector);
  }

  async ask() {
    current?.stop();
    this.begin();
    const connection = this.connection;
    try {
      const body = new URLSearchParams({ q: this.text, c: conversation.value, t: this.number });
      const response = await fetch("/ask/stream", { method: "POST", body, signal: connection.signal });
      if (!response.ok) return this.refused(response);
      for await (const event of eventsOf(response)) this[`on_${event.name}`]?.(event.data);
      if (current === this) this.end("broken");
    } catch {
      if (!connection.signal.aborted) this.end(this.state === "connecting" ? "offline" : "broken");
    }
  }

  begin() {
    const isHere = this.element.contains(document.activeElement);
    current = this;
    clearInterval(this.clock);
    this.connection = new AbortController();
    this.enter("connecting");
    this.part(".found").replaceChildren(document.getElementById("searching").content.cloneNode(true));
    for (const name of [".result", ".notices", ".rest"]) this.part(name).replaceChildren();
    this.tell(this.part(".status").dataset.searching);
    this.show({ ".progress": true, ".found": true, ".stop": true, ".actions": false });
    this.part(".result").setAttribute("aria-busy", "true");
    if (isHere) this.part(".stop").focus({ preventScroll: true });
  }

  enter(state) {
    this.state = this.element.dataset.state = state;
  }

  show(parts) {
    for (const [name, isShown] of Object.entries(parts)) this.part(name).hidden = !isShown;
  }

  tell(text) {
    this.part(".status").textContent = text;
    announce(text);
  }

  on_begun({ conversationId }) {
    this.enter("searching");
    conversation.value = conversationId;
    conversation.disabled = false;
  }

  on_found({ text, html }) {
    this.enter("writing");
    this.part(".found").innerHTML = html;
    this.tell(text);
  }

  on_answer({ html, cited }) {
    if (!this.part(".answer")) this.part(".result").innerHTML = '<div class="answer"></div>';
    patch(this.part(".answer"), list(html));
    this.mark(cited);
  }

  on_done({ state, text, html, rest, cited }) {
    const next = list(html);
    const answer = next.querySelector(".answer");
    if (this.part(".answer")) {
      this.part(".answer").className = answer.className;
      patch(this.part(".answer"), answer);
    } else this.part(".result").replaceChildren(next);
    this.part(".rest").innerHTML = rest;
    this.mark(cited);
    this.close(state);
    this.part(".status").textContent = text;
    announce(`${text} ${this.part(".answer").textContent.replace(/\s+/g, " ").trim()}`);
  }

  // The numbers that the answer gives to the passages it rests on.
  mark(cited) {
    const cards = this.part(".found").querySelectorAll("li");
    cards.forEach((card, place) => {
      const number = cited.indexOf(place + 1) + 1;
      card.classList.toggle("cited", number > 0);
      card.querySelector(".citation")?.replaceChildren(number || "");
    });
  }

  // Closing the connection stops the model as well.
  stop() {
    if (current === this) this.end(this.part(".answer") ? "stopped" : "unwritten");
  }

  refused(response) {
    const state = { 429: "busy", 503: "away" }[response.status] ?? "failed";
    this.end(state);
    if (state !== "failed") this.wait(Number(response.headers.get("Retry-After")) || 5);
  }

  wait(seconds) {
    const button = this.part(".again");
    const until = Date.now() + seconds * 1000;
    const tick = () => {
      const left = Math.ceil((until - Date.now()) / 1000);
      button.disabled = left > 0;
      button.textContent = left > 0 ? button.dataset.wait.replace("{0}", left) : button.dataset.retry;
      if (left > 0) return;
      clearInterval(this.clock);
      announce(button.dataset.ready);
    };
    this.clock = setInterval(tick, 500);
    tick();
  }

  end(state) {
    const notice = notices.querySelector(`[data-kind=${state}]`).cloneNode(true);
    this.close(state);
    this.part(".status").textContent = notice.querySelector("strong").textContent;
    this.part(".notices").replaceChildren(notice);
    if (!this.part(".answer")) this.show({ ".progress": false });
    announce(notice.textContent);
  }

  close(state) {
    const wasHere = this.part(".progress").contains(document.activeElement);
    const isAnswer = !notices.querySelector(`[data-kind=${state}]`);
    this.connection.abort();
    if (current === this) current = null;
    this.enter(state);
    const again = this.part(".again");
    again.disabled = false;
    again.textContent = ["busy", "away", "offline", "broken", "failed", "notFound", "unavailable"].includes(state) ? again.dataset.retry : again.dataset.again;
    this.show({ ".stop": false, ".actions": true, ".reword": state === "notFound", ".found": this.part(".found a, .found strong") });
    this.part(".result").setAttribute("aria-busy", "false");
    if (wasHere && isAnswer) this.part("h2").focus({ preventScroll: true });
    else if (wasHere) again.focus();
  }

  reword() {
    input.value = this.text;
    input.focus();
    input.select();
  }
}

// Leaves alone what stays the same, so that a selection in it survives.
function patch(into, next) {
  const [old, wanted] = [[...into.childNodes], [...next.childNodes]];
  let same = 0;
  while (same < old.length && same < wanted.length && old[same].isEqualNode(wanted[same])) same++;
  for (const node of old.slice(same)) node.remove();
  into.append(...wanted.slice(same));
}

async function* eventsOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ""; ;) {
    const { value, done } = await reader.read();
    if (done) return;
    const events = (text + value).split("\n\n");
    text = events.pop();
    for (const event of events) {
      const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(event);
      yield { name, data: JSON.parse(data) };
    }
  }
}

function ask(text) {
  const number = Math.max(0, ...[...thread.children].map(turn => Number(turn.dataset.turn))) + 1;
  const element = document.getElementById("turn").content.firstElementChild.cloneNode(true);
  element.dataset.turn = number;
  element.querySelector("h2").textContent = text;
  thread.append(element);
  showThread();
  const turn = new Turn(element);
  turn.ask();
  element.scrollIntoView();
  // A keyboard on the screen would cover the answer.
  if (matchMedia("(pointer: coarse)").matches) turn.part("h2").focus({ preventScroll: true });
  else input.focus({ preventScroll: true });
}

function showThread() {
  document.body.className = "asked";
  document.getElementById("home")?.remove();
  document.querySelector("main > .callout")?.remove();
  input.placeholder = input.dataset.followUp;
}

for (const element of thread.querySelectorAll("[data-turn]")) new Turn(element);

form.addEventListener("submit", event => {
  event.preventDefault();
  const text = input.value.trim();
  if (!text) return;
  input.value = "";
  ask(text);
});
document.addEventListener("keydown", event => { if (event.key === "Escape" && !event.isComposing) current?.stop(); });
// Nothing is asked again by itself: it may have been asked already.
addEventListener("online", () => {
  const waiting = thread.querySelector("[data-state=offline] .again");
  if (waiting) announce(waiting.dataset.ready);
});

// Links to a question, and the boxes of other pages, ask here.
document.addEventListener("ask", event => ask(event.detail));
const handed = sessionStorage.getItem("ask");
sessionStorage.removeItem("ask");
if (handed) ask(handed);
