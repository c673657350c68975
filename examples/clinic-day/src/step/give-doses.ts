/** Step 4: doses are given and entered; completeness is judged by policy. */
import { askAll, type Stage, tallyOf } from '../day/stage.js'
import type { EntryFinding } from '../facility/calls.js'
import { tallyText } from '../show/tally-text.js'

export async function giveDoses(stage: Stage): Promise<readonly EntryFinding[]> {
  const answers = await askAll(stage, ({ office }) => office.ask('give', null))
  for (const { facility, answer } of answers) {
    const refused = answer.filter(({ codes }) => codes.length > 0)
    const corrected = refused.filter((one) => one.corrected).length
    const why = tallyOf(refused.map(({ codes }) => codes[0] ?? ''))
    const given = answer.length
    stage.say(
      4,
      `${facility.code}: đã tiêm và nhập ${given} mũi; nhập thiếu hoặc sai: ${tallyText(why, 'vi')}; đã sửa: ${corrected}`,
      `${facility.code}: doses given and entered: ${given}; entries incomplete or wrong: ${tallyText(why, 'en')}; put right: ${corrected}`,
    )
  }
  return answers.flatMap(({ answer }) => answer)
}
