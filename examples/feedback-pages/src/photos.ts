/** The files of a draft: added, listed, taken out. */
import type { Draft } from '@tiemchung/feedback'
import { button, make } from './elements.js'
import { attempt, draw, element, say, tell } from './page.js'

const states = {
  kept: { vi: 'chưa gửi', en: 'not sent yet' },
  sent: { vi: 'đã gửi', en: 'sent' },
  refused: { vi: 'không được nhận', en: 'refused' },
}
const added = { vi: 'Đã thêm tệp, không kèm nơi chụp.', en: 'Added, without the place.' }
const removed = { vi: 'Đã bỏ tệp.', en: 'Taken out.' }

/** Keeps the list in step with the draft. */
export function photosOf(draft: Draft): void {
  const input = element<HTMLInputElement>('photo')
  const remove = (id: Parameters<Draft['removeEvidence']>[0]) =>
    attempt(async () => {
      await draft.removeEvidence(id)
      list()
      tell([removed])
      input.focus()
    })
  const list = () => {
    const lines = draft.state().files.map(({ id, mediaType, bytes, state }, index) => {
      const name = `${say({ vi: 'Tệp', en: 'File' })} ${index + 1}`
      const kind = mediaType === 'application/pdf' ? 'PDF' : say({ vi: 'ảnh', en: 'photo' })
      const size = `${Math.ceil(bytes / 1024)} kB`
      const line = make('li', `${name}: ${kind}, ${size}, ${say(states[state])} `)
      const label = `${say({ vi: 'Bỏ', en: 'Take out' })} ${name}`
      if (state === 'kept') line.append(button(label, () => void remove(id)))
      return line
    })
    element('photos').replaceChildren(...lines)
  }
  input.addEventListener('change', () =>
    attempt(async () => {
      const [file] = input.files ?? []
      if (file === undefined) return
      input.value = ''
      await draft.addEvidence(new Uint8Array(await file.arrayBuffer()))
      list()
      tell([added])
    }),
  )
  draw(list)
}
