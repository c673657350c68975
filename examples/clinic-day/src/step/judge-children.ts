/** Step 2: each child's eligibility for today, with the reasons and the next date. */
import { askAll, type Stage } from '../day/stage.js'
import { tallyText } from '../show/tally-text.js'

export async function judgeChildren(stage: Stage): Promise<void> {
  const answers = await askAll(stage, ({ office }) => office.ask('judge', null))
  for (const { facility, answer } of answers) {
    stage.say(
      2,
      `${facility.code}: ${tallyText(answer, 'vi')}`,
      `${facility.code}: ${tallyText(answer, 'en')}`,
    )
  }
}
