/**
 * What tests get for `fast-check`: the library itself, with a fixed seed where one is asked for.
 *
 * With `CI=true` every run of the same code draws the same cases, so that a failure comes again; elsewhere
 * each run draws others, and so do the long runs (`npm run check:long -- --seed N`). `TIEMCHUNG_SEED` asks
 * for a seed anywhere.
 */
import * as library from 'fast-check'

const asked = process.env['TIEMCHUNG_SEED'] ?? (process.env['CI'] === 'true' ? '1815' : undefined)
if (asked !== undefined) library.configureGlobal({ seed: Number(asked) })

export * from 'fast-check'
export default library.default
