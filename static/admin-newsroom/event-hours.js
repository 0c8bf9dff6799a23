// Beside the hours of an event, what the clocks of the newsroom show then, as it is typed. Without
// this script the page says so of what was saved.

const zone = document.querySelector("#id_time_zone");
const newsroom = zone?.dataset.newsroom;

// How many minutes a zone is before UTC at a moment.
function offset(name, moment) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(moment);
  const said = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  const shown = Date.UTC(said.year, said.month - 1, said.day, said.hour, said.minute);
  return Math.round((shown - moment) / 60_000);
}

// The hour of the newsroom, of a day and an hour as they are typed; nothing of what is not plain.
function hourThere(day, hour) {
  const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(day.trim());
  const time = /^(\d{1,2}):(\d{2})/.exec(hour.trim());
  if (!date || !time) return "";
  const typed = Date.UTC(date[3], date[2] - 1, date[1], time[1], time[2]);
  try {
    const moment = typed - offset(zone.value, typed) * 60_000;
    const there = moment + offset(newsroom, moment) * 60_000;
    return there === typed ? "" : new Date(there).toISOString().slice(11, 16);
  } catch {
    return "";
  }
}

function show() {
  for (const [hour, days] of [
    ["starts_at", ["starts_on"]],
    ["ends_at", ["ends_on", "starts_on"]],
  ]) {
    const field = document.querySelector(`#id_${hour}`);
    const own = field?.closest(`.field-${hour}`)?.querySelector(".newsroom-hour");
    if (!own) continue;
    const day =
      days.map((name) => document.querySelector(`#id_${name}`)?.value).find(Boolean) ?? "";
    const there = hourThere(day, field.value);
    own.textContent = there && own.dataset.says.replace("{hour}", there);
  }
}

if (newsroom) {
  for (const name of ["starts_on", "starts_at", "ends_on", "ends_at", "time_zone"]) {
    document.querySelector(`#id_${name}`)?.addEventListener("change", show);
    document.querySelector(`#id_${name}`)?.addEventListener("input", show);
  }
}
