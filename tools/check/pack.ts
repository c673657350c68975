import { pack as packRooms, sizeTable } from '../pack.js'
import { failedStep, passedStep, type Step } from './step.js'

/** What would be published: everything that belongs inside, and nothing else. */
export const pack: Step = {
  id: 'pack',
  title: 'the tarballs hold what they should and no more (pnpm pack)',
  async run({ root }) {
    const report = await packRooms(root)
    const table = sizeTable(report)
    if (report.faults.length === 0) return passedStep(`${table.length} tarballs`, table)
    return failedStep(`${report.faults.length} faults`, [...table, ...report.faults])
  },
}
