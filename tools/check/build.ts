import { build as buildRooms, explain } from '../build.js'
import { failedStep, passedStep, type Step } from './step.js'

/** Every room builds, with declarations that lean on nothing private. */
export const build: Step = {
  id: 'build',
  title: 'every package builds as ESM, CommonJS and declarations (tsup)',
  async run({ root, say }) {
    const report = await buildRooms({ root, declarations: true, say })
    const counts = `${report.built} built, ${report.fresh} unchanged`
    if (report.failures.size === 0) return passedStep(counts)
    return failedStep(`${report.failures.size} packages do not build`, explain(report))
  },
}
