/** Text messages by which a reporter hears of their item: its reference, and nothing else of anybody. */
import type { FeedbackEvent, FeedbackItem } from '@tiemchung/schemas'
import { sendMessage } from '../account/accounts.js'
import type { Queryable } from '../database/database.js'
import type { Services } from '../services.js'

/** Words by what happened. What is not named is told nobody. */
const says: Readonly<Record<string, string>> = {
  ask: 'cán bộ cần bạn bổ sung thông tin',
  approve: 'đã được duyệt, dữ liệu đang được sửa',
  postpone: 'sẽ được xử lý sau',
  reject: 'không được duyệt, mở để xem lý do và giấy tờ cần bổ sung',
  reissued: 'chứng nhận đã sửa đã được cấp lại',
}

/** What a step of a correction is called once it is done; an action by its own name. */
function kindOf({ action, step }: FeedbackEvent, { correction }: FeedbackItem): string | undefined {
  if (action !== 'correct') return action
  return correction.find((one) => one.step === step)?.outcome === 'done' ? step : undefined
}

/**
 * Tells the reporter of the newest event of an item, if it is one to be told, in the transaction of the event. A message
 * is about one revision of one item, and the database keeps no second one.
 */
export async function tellReporter(
  { world }: Services,
  database: Queryable,
  item: FeedbackItem,
): Promise<void> {
  const event = item.events.at(-1)
  const words = event && says[kindOf(event, item) ?? '']
  if (words === undefined) return
  await sendMessage(database, world, {
    phone: item.request.reporter.phone,
    purpose: 'feedback-news',
    text: `Phản ánh ${item.reference}: ${words}.`,
    about: `${item.id}/${item.revision}`,
  })
}
