// Makes data/outlines.bin, the coastlines of the site's maps, from Natural Earth (public domain, 1:50 million) as the
// npm package world-atlas has it. In an empty folder: npm install world-atlas@2.0.2 topojson-client@3.1.0, then
// node make-outlines.mjs FOLDER/node_modules outlines.bin
//
// The file: for each ring the number of its points, then each point as its difference from the one before it, in
// hundredths of a degree east and north. All numbers are variable-length (seven bits a byte, lowest first, the eighth
// says that more follow); the differences are zigzag-coded, so that small negative ones stay short.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [modules, target] = process.argv.slice(2).map(path => resolve(path));
const require = createRequire(modules + '/');
const { feature } = require(modules + '/topojson-client');
const world = JSON.parse(readFileSync(modules + '/world-atlas/land-50m.json', 'utf8'));

const bytes = [];
const number = value => {
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  bytes.push(value);
};
const difference = value => number(value < 0 ? -2 * value - 1 : 2 * value);

// A coast that crosses the date line goes on beyond 180 degrees; that of Antarctica, which never comes back, is closed
// along the pole.
const unwrapped = ring => {
  let turn = 0;
  const points = ring.map(([east, north], i) => {
    if (i > 0 && Math.abs(east - ring[i - 1][0]) > 180) turn += east < 0 ? 360 : -360;
    return [east + turn, north];
  });
  if (turn !== 0) points.push([points.at(-1)[0], -90], [points[0][0], -90]);
  const easts = points.map(([east]) => east);
  const around = 360 * Math.round((Math.min(...easts) + Math.max(...easts)) / 720);
  return points.map(([east, north]) => [east - around, north]);
};

const polygons = feature(world, world.objects.land).features.flatMap(({ geometry }) => geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);
const rings = polygons.flat().map(ring => {
  const points = unwrapped(ring).map(([east, north]) => [Math.round(east * 100), Math.round(north * 100)]);
  return points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
}).filter(ring => ring.length > 3);

for (const ring of rings) {
  number(ring.length);
  let [beforeX, beforeY] = [0, 0];
  for (const [x, y] of ring) {
    difference(x - beforeX);
    difference(y - beforeY);
    [beforeX, beforeY] = [x, y];
  }
}
writeFileSync(target, Uint8Array.from(bytes));
console.log(`${rings.length} rings, ${rings.reduce((sum, ring) => sum + ring.length, 0)} points, ${bytes.length} bytes`);
