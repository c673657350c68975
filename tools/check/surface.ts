import { surface as compareSurface } from '../surface.js'
import { failedStep, passedStep, type Step } from './step.js'

/** What users see changes only together with a changeset and a report that was reviewed. */
export const surface: Step = {
  id: 'surface',
  title: 'the public surface is the reported one, and changes are announced',
  async run({ root }) {
    const { entries, faults } = await compareSurface(root, false)
    if (faults.length === 0) return passedStep(`${entries} entries as reported`)
    return failedStep(`${faults.length} differences`, faults)
  },
}
