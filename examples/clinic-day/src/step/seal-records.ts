/** Step 5: each facility signs its complete and matched records, or draws up minutes over them. */
import { askAll, type Stage } from '../day/stage.js'

/** How many records each facility signed, by its code. */
export async function sealRecords(stage: Stage): Promise<ReadonlyMap<string, number>> {
  const answers = await askAll(stage, ({ office }) => office.ask('seal', null))
  for (const { facility, answer } of answers) {
    const { signed, failed, minuted } = answer
    if (facility.canSign) {
      stage.say(
        5,
        `${facility.code}: ký số ${signed} bản ghi (JWS kèm chuỗi X.509), ${failed} lỗi`,
        `${facility.code}: ${signed} records signed (JWS with the X.509 chain), ${failed} failed`,
      )
      continue
    }
    stage.say(
      5,
      `${facility.code}: chưa có chứng thư số, người đứng đầu chủ trì lập biên bản cho ${minuted} bản ghi`,
      `${facility.code}: no signing certificate yet; its head led minutes over ${minuted} records`,
    )
  }
  return new Map(answers.map(({ facility, answer }) => [facility.code, answer.signed]))
}
