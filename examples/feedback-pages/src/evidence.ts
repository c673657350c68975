/** The files of an item, for an officer. */
import type { StaffClient } from '@tiemchung/feedback'
import type { FeedbackItem } from '@tiemchung/schemas'
import { make } from './elements.js'
import { element, say } from './page.js'

/** Shows them: bytes that were held against their digest, under a type that cannot run. */
export async function drawEvidence(staff: StaffClient, item: FeedbackItem): Promise<void> {
  const place = element('evidence')
  const drawn = `${item.id} ${item.evidence.length}`
  if (place.dataset['of'] === drawn) return
  place.dataset['of'] = drawn
  place.replaceChildren()
  for (const [index, { id, mediaType }] of item.evidence.entries()) {
    const bytes = new Uint8Array(await staff.evidence(item, id))
    // Another item may have been opened meanwhile.
    if (place.dataset['of'] !== drawn) return
    const name = `${say({ vi: 'Tệp đính kèm', en: 'File' })} ${index + 1}`
    const href = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
    const photo = mediaType.startsWith('image/')
    const shown = photo ? make('img', '', { src: href, alt: name }) : undefined
    place.append(shown ?? make('a', name, { href, download: name }))
  }
}
