// What ical.js reads in a calendar: the hour at which each event begins, in UTC, a line each.
// Thunderbird and many pages read calendars with it.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
for (const event of calendar.getAllSubcomponents("vevent")) {
  const start = new ICAL.Event(event).startDate;
  console.log(start.toJSDate().toISOString());
}
