/** Step 10: each facility reports its day; the district's health centre sees them all. */
import { type RollUp, rollUpSchema } from '@tiemchung/schemas/wire'
import { askAll, type Stage } from '../day/stage.js'
import { word } from '../show/words.js'

export async function closeDay(stage: Stage): Promise<RollUp> {
  const { platform, truth, say } = stage
  await askAll(stage, ({ office }) => office.ask('report', null))
  const district = platform.as(`district.${truth.district}`)
  const rollUp = await district.get(`/v1/roll-ups/${truth.district}/${truth.day}`, {
    schema: rollUpSchema,
  })
  const states = (language: 'vi' | 'en') =>
    rollUp.rows.map(({ facility, state }) => `${facility} ${word(state, language)}`).join(', ')
  say(10, `cuối ngày, toàn huyện: ${states('vi')}`, `end of day over the district: ${states('en')}`)
  return rollUp
}
