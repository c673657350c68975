/** A process that runs a part of a run: `shard.ts RUN PART`, answers over the channel to its parent. */
import { drive, type Part } from './drive.js'
import { hostWorld } from './host.js'
import { longRuns } from './runs.js'

const [id, part = '{}'] = process.argv.slice(2)
const run = longRuns.find((one) => one.id === id)
if (run === undefined) throw new Error(`no run called ${id ?? ''}`)

const say = (message: object) =>
  new Promise<void>((resolve) => {
    if (process.send === undefined) throw new Error('started without a parent')
    process.send(message, () => resolve())
  })

let told = 0
const progress = (index: number) => {
  if (performance.now() - told < 1000) return
  told = performance.now()
  process.send?.({ progress: index })
}

const tally = await drive(run, JSON.parse(part) as Part, hostWorld(progress))
await say({ tally })
process.disconnect()
