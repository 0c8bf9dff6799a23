/**
 * A text read aloud by the browser's own voice, paragraph by paragraph.
 *
 * The button shows itself once the browser has a voice for the language of the text: some are known
 * late, some never. The page has everything it needs without this.
 */

const voices = window.speechSynthesis;
const button = document.querySelector("button[data-listen]");

/** A voice for a language, one of this device rather than one that sends the words away. */
function voiceFor(language) {
  const speaks = (one) => one.lang.replace("_", "-").split("-")[0] === language.split("-")[0];
  const known = voices.getVoices().filter(speaks);
  return known.find((one) => one.localService) ?? known[0];
}

/** What is read: the headline, what stands under it, the paragraphs; no pulled quotation twice. */
function toRead() {
  const parts = document.querySelectorAll(".article h1, .article header .standfirst, .body > [id]");
  return [...parts].map((one) => one.textContent.trim()).filter(Boolean);
}

function show(isSpeaking) {
  button.dataset.start ??= button.textContent;
  button.textContent = isSpeaking ? button.dataset.stop : button.dataset.start;
}

function speak(voice) {
  const parts = toRead();
  parts.forEach((text, number) => {
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    said.onerror = () => show(false);
    if (number === parts.length - 1) said.onend = () => show(false);
    voices.speak(said);
  });
  show(true);
}

function offer() {
  const voice = voiceFor(button.dataset.listen);
  button.hidden = !voice;
  button.onclick = () => {
    const isSpeaking = voices.speaking || voices.pending;
    voices.cancel();
    if (isSpeaking) show(false);
    else speak(voice);
  };
}

if (voices && button) {
  offer();
  voices.addEventListener?.("voiceschanged", offer);
  window.addEventListener("pagehide", () => voices.cancel());
}
