/** Reads a list with the built package, and says how much was resident at most: `import.mjs FILE`. */
import { createReadStream } from 'node:fs'
import { streamPl1 } from '@tiemchung/schemas/tabular'

let rows = 0
for await (const { row } of streamPl1(createReadStream(process.argv[2]))) {
  if (row !== undefined) rows += 1
}
const peakMb = Math.round(process.resourceUsage().maxRSS / 102.4) / 10
process.stdout.write(JSON.stringify({ rows, peakMb }))
