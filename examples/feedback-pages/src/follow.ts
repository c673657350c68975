/** A parent follows their report by reference and phone, adds to it, takes it back. */
import { systemClock, systemRandom, uuidv7 } from '@tiemchung/core'
import { citizenClient } from '@tiemchung/feedback'
import type { FeedbackItem } from '@tiemchung/schemas'
import { drawItem } from './own-item.js'
import { attempt, draw, element, platform, say, tell } from './page.js'

const added = { vi: 'Đã gửi bổ sung.', en: 'Your addition was sent.' }
const nothing = {
  vi: 'Hãy viết hoặc chọn tệp để bổ sung.',
  en: 'Write something, or choose a file.',
}
const gone = { vi: 'Đã rút phản ánh.', en: 'The report is withdrawn.' }
const sure = { vi: 'Rút phản ánh này?', en: 'Withdraw this report?' }

const client = citizenClient({ http: platform() })
const input = (id: string) => element<HTMLInputElement>(id)
let shown: FeedbackItem | undefined

const known = () => ({
  reference: input('reference').value.trim().toUpperCase(),
  phone: input('phone').value.replaceAll(/[\s.-]/g, ''),
})

function showItem(item: FeedbackItem): void {
  shown = item
  drawItem(item)
  element('item').querySelector('h2')?.focus()
}

async function addTo(item: FeedbackItem): Promise<void> {
  const by = { ...known(), id: item.id }
  const note = input('note').value.trim()
  const [file] = input('photo').files ?? []
  if (note === '' && file === undefined) return tell([nothing], true)
  if (file !== undefined) {
    const id = uuidv7({ clock: systemClock, random: systemRandom })
    await client.upload(by, id, new Uint8Array(await file.arrayBuffer()))
    input('photo').value = ''
  }
  // Words last: they are what answers a question.
  if (note !== '') await client.supplement(by, { note })
  input('note').value = ''
  showItem(await client.follow(by))
  tell([added])
}

element('find').addEventListener('submit', (event) => {
  event.preventDefault()
  attempt(async () => {
    tell([])
    showItem(await client.find(known()))
  })
})
element('supplement').addEventListener('submit', (event) => {
  event.preventDefault()
  attempt(async () => shown && addTo(shown))
})
element('withdraw').addEventListener('click', () =>
  attempt(async () => {
    if (shown === undefined || !confirm(say(sure))) return
    showItem(await client.withdraw({ ...known(), id: shown.id }))
    tell([gone])
  }),
)
draw(() => shown && drawItem(shown))
