/** Reports of invented parents who use no page, so that a desk has something to do. */
import { fixedClock } from '@tiemchung/core'
import { citizenClient, openDraft } from '@tiemchung/feedback'
import type { FeedbackItem } from '@tiemchung/schemas'
import { morning, type Platform } from './platform.js'

const names = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Ngọc']

/** Sends a report and confirms it; `index` makes it another parent's. */
export async function report(
  platform: Platform,
  index: number,
  at = morning,
): Promise<FeedbackItem> {
  const phone = `09120${String(index).padStart(5, '0')}`
  const draft = await openDraft({ http: platform.open, clock: fixedClock(at) })
  await draft.change({
    type: index % 2 === 0 ? 'wrong-dose-date' : 'wrong-name',
    reporter: { fullName: 'Trần Thị Mẫu', phone, relationship: 'mother' },
    person: {
      fullName: `Phạm ${names[index % names.length] ?? ''} Mẫu`,
      birthDate: '2015-03-04' as FeedbackItem['request']['person']['birthDate'],
    },
    facility: '01234',
    claimed: {},
    note: 'Giấy xác nhận ghi khác.',
  })
  await draft.send()
  return draft.confirm(await platform.code({ phone }))
}

/** An item as its reporter sees it. */
export const ownView = (
  { open }: Platform,
  reference: string,
  phone: string,
): Promise<FeedbackItem> => citizenClient({ http: open }).find({ reference, phone })
