// Guided attention: six prompts that change by themselves only after Start, and can be paused,
// stopped and stepped by hand. Nothing moves on the page, and no rating leaves it.

import { label, picture, redraw } from "./pieces/kit.js";
import { choice, fill, frame, radios } from "./pieces/piece.js";
import { h, s } from "./shared/dom.js";

/**
 * @typedef {object} Own
 * @property {string} missing
 * @property {string} gate what to tick before the first start
 * @property {string | null} gateLink
 * @property {{name: string, seconds: number}[]} lengths
 * @property {number} chosen place in `lengths`
 * @property {string[]} prompts
 * @property {{across: number[], down: number, radius: number, radiusNow: number, words: number,
 *   width: number, height: number}} dots where the picture's dots lie, and how large they are
 * @property {{id: string, name: string}[]} ratings
 * @property {string} control
 * @property {Record<string, string>} words
 * @property {string} caveat
 * @property {string} aha
 * @property {import("./pieces/piece.js").Table} table
 */

const MINUTE_MS = 60_000;

/** One soft tone that fades, made in the page. @param {AudioContext} audio */
function ring(audio) {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  const now = audio.currentTime;
  tone.frequency.value = 440;
  volume.gain.setValueAtTime(0.001, now);
  volume.gain.exponentialRampToValueAtTime(0.1, now + 0.05);
  volume.gain.exponentialRampToValueAtTime(0.001, now + 1.5);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(now + 1.5);
}

/** @param {{model: import("./shared/host.js").Model, el: HTMLElement}} context */
function render({ model, el }) {
  /** @type {import("./pieces/piece.js").Shared & Own} */
  const state = model.get("piece");
  const { prompts, lengths, dots } = state;
  const say = (/** @type {string} */ key) => state.words[key] ?? "";

  let place = 0;
  let length = lengths[state.chosen] ?? { name: "", seconds: MINUTE_MS / 1000 };
  /** Which prompt is read again, when all is done. */
  let read = 0;
  let tried = false;
  /** @type {"idle" | "running" | "paused"} */
  let mode = "idle";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** When the present prompt ends; while paused, how much of it is left. */
  let due = 0;
  let rest = 0;
  /** @type {AudioContext | undefined} */
  let audio;

  const track = picture(dots.width, dots.height, "Where you are in the prompts");
  const prompt = h("p", { class: "pl-piece-prompt", role: "status" }, say("idle"));
  const problem = h("p", { class: "pl-piece-problem", role: "alert" });
  const checked = h("input", { type: "checkbox" });
  const bell = h("input", { type: "checkbox", onchange: chime });

  /** @param {string} key @param {() => void} press */
  const button = (key, press) =>
    h("button", { type: "button", class: "pl-quiet-button", onclick: press }, say(key));
  const main = h("button", { type: "button", class: "pl-button", onclick: startOrPause }, say("start"));
  const stopButton = button("stop", stop);
  const back = button("back", () => goTo(Math.max(0, place - 1)));
  const next = button("next", () => goTo(place + 1));

  /** @type {Record<string, string>} kept here alone, not even for Python */
  const ratings = {};
  const rating = (/** @type {string} */ key) =>
    choice({
      words: say(key),
      choices: state.ratings,
      chosen: "",
      change: (value) => (ratings[key] = value),
    });
  const after = h("div", { hidden: true }, rating("after_strength"), rating("after_threat"));

  function chime() {
    if (!bell.checked) return;
    audio ??= new AudioContext();
    ring(audio);
  }

  /** @param {number} ms */
  function timeLeft(ms) {
    const minutes = Math.round(ms / MINUTE_MS);
    if (ms < MINUTE_MS) return say("left_less");
    return minutes > 1 ? fill(say("left_many"), { n: minutes }) : say("left_one");
  }

  const share = () => (length.seconds * 1000) / prompts.length;

  /** Let the present prompt last for `ms` more. @param {number} ms */
  function run(ms) {
    mode = "running";
    due = Date.now() + ms;
    clearTimeout(timer);
    timer = setTimeout(() => goTo(place + 1), ms);
    tell(timeLeft(ms + (prompts.length - 1 - place) * share()));
  }

  /** @param {string} words what stands behind the prompt */
  function tell(words) {
    prompt.textContent = `${prompts[place]} ${words}`;
    show();
  }

  function show() {
    main.textContent = say({ idle: "start", running: "pause", paused: "resume" }[mode]);
    for (const one of [stopButton, back, next]) one.disabled = mode === "idle";
    // How it is afterwards is asked afterwards.
    after.hidden = !tried || mode !== "idle";
    draw(place);
  }

  /** @param {number} to */
  function goTo(to) {
    if (to === prompts.length) {
      finish(say("over"));
      chime();
      return;
    }
    place = to;
    if (mode === "running") {
      run(share());
      chime();
    } else {
      rest = share();
      tell(say("paused"));
    }
  }

  function startOrPause() {
    problem.textContent = checked.checked ? "" : say("unchecked");
    if (!checked.checked) {
      checked.focus();
    } else if (mode === "running") {
      mode = "paused";
      rest = Math.max(0, due - Date.now());
      clearTimeout(timer);
      tell(say("paused"));
    } else if (mode === "paused") {
      run(rest);
    } else {
      place = 0;
      tried = true;
      run(share());
    }
  }

  function stop() {
    finish(say("stopped"));
  }

  /** @param {string} words */
  function finish(words) {
    clearTimeout(timer);
    // A button that is switched off under the finger loses the focus.
    const held = [stopButton, back, next].some((one) => one === el.ownerDocument.activeElement);
    mode = "idle";
    prompt.textContent = words;
    show();
    if (held) main.focus();
  }

  /** @param {number} at */
  function draw(at) {
    const { across, down } = dots;
    redraw(
      track,
      prompts[at] ?? "",
      s("path", { class: "pl-line", d: `M${across[0]} ${down}H${across[prompts.length - 1]}` }),
      ...across.flatMap((cx, dot) => [
        s("circle", {
          class: dot <= at ? "pl-on" : "pl-copied",
          cx,
          cy: down,
          r: dot === at ? dots.radiusNow : dots.radius,
        }),
        label(cx, dots.words, String(dot + 1), "pl-tick"),
      ]),
    );
  }

  function compared() {
    const lines = ["strength", "threat"].flatMap((what) => {
      const [before, now] = [ratings[`before_${what}`], ratings[`after_${what}`]];
      return before && now ? [fill(say(what), { before, after: now })] : [];
    });
    return lines.length ? lines.join(" ") : say("no_rating");
  }

  const update = frame({ model, el }, state, {
    picture: h("div", { class: "pl-piece-picture" }, track),
    fields: [
      h("label", { class: "pl-tick-line" }, checked, h("span", {}, state.gate)),
      state.gateLink
        ? h("p", {}, h("a", { href: state.gateLink }, say("check")))
        : h("p", { hidden: true }),
      rating("before_strength"),
      rating("before_threat"),
      radios({
        words: say("length"),
        choices: lengths.map(({ name }) => name),
        chosen: state.chosen,
        change: (at) => (length = lengths[at] ?? length),
      }),
      h("label", { class: "pl-tick-line" }, bell, h("span", {}, say("bell"))),
      problem,
      prompt,
      h("div", { class: "pl-actions" }, main, stopButton, back, next),
      after,
    ],
    controls: [
      choice({
        words: state.control,
        choices: prompts.map((name, at) => ({ id: String(at), name })),
        chosen: "0",
        change(id) {
          read = Number(id);
          update();
        },
      }),
    ],
    take: () => (tried ? { done: true } : state.missing),
    draw() {
      clearTimeout(timer);
      draw(read);
    },
    view: (/** @type {{done: boolean} | null} */ tookPart) => ({
      live: [...(tookPart && read === 0 ? [compared()] : []), prompts[read] ?? ""],
      notes: [state.aha],
      caveat: state.caveat,
      table: state.table,
    }),
    setting: () => read,
  });
  show();
  return () => clearTimeout(timer);
}

export default { render };
