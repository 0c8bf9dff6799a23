// From right to left, Django places a calendar by the distance from the wrong edge: here it is
// put before the button that opened it. From left to right, one beside the edge of the window is
// drawn back into it. Below 768 pixels its stylesheet centres it all the same. In a bar that stays
// it stands above its button, wherever the page is.

const MARGIN = 8;

function place(button, box) {
  const { left } = button.getBoundingClientRect();
  const isRtl = getComputedStyle(document.body).direction === "rtl";
  const start = isRtl ? left - box.offsetWidth : box.getBoundingClientRect().left;
  const last = document.documentElement.clientWidth - box.offsetWidth - MARGIN;
  box.style.right = "auto";
  box.style.left = `${Math.max(0, Math.min(start, last)) + window.scrollX}px`;
  const isInBar = Boolean(button.closest(".writing-bar"));
  if (!isInBar) return;
  const { top, bottom } = button.getBoundingClientRect();
  const above = top - box.offsetHeight - MARGIN;
  box.style.top = `${(above < MARGIN ? bottom + MARGIN : above) + window.scrollY}px`;
}

document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest?.("[id^=calendarlink], [id^=clocklink]");
    if (!button) return;
    requestAnimationFrame(() => {
      const box = document.querySelector("dialog:is(.calendarbox, .clockbox)[open]");
      if (box) place(button, box);
    });
  },
  true,
);
