import { runConsumer } from '../consumers/run.js'
import { consumers as names, stageConsumers } from '../consumers/stage.js'
import { inLanes } from './lanes.js'
import { failedStep, passedStep, type Step } from './step.js'

/** The tarballs work where users will put them. */
export const consumers: Step = {
  id: 'consumers',
  title: 'the tarballs install and work for every kind of consumer',
  async run({ root, say, requireAll }) {
    const { folder, faults } = await stageConsumers(root)
    if (faults.length > 0) return failedStep('the tarballs cannot be installed', faults)
    const outcomes = await inLanes(names, (name) => runConsumer(root, folder, name))
    for (const { consumer, said, faults: wrong, skipped } of outcomes) {
      const how = skipped === undefined ? said : `skipped: ${skipped}`
      say(`${consumer.padEnd(16)} ${wrong.length === 0 ? how : 'FAILED'}`)
    }
    const skips = outcomes.filter(({ skipped }) => skipped !== undefined)
    const absent = requireAll ? skips.map(({ consumer, skipped }) => `${consumer}: ${skipped}`) : []
    const wrong = outcomes.flatMap((one) => one.faults.map((fault) => `${one.consumer}: ${fault}`))
    const faulty = [...wrong, ...absent]
    if (faulty.length > 0) return failedStep(`${faulty.length} faults`, faulty)
    return passedStep(`${names.length - skips.length} kinds of consumer`)
  },
}
