/** Where the dose was given: named by a notice, or chosen from the platform's list. */
import type { Http } from '@tiemchung/http'
import { facilitySchema } from '@tiemchung/schemas'
import type { NoticedDose } from '@tiemchung/schemas/wire'
import { findProduct } from '@tiemchung/schemas/products'
import { choices } from './elements.js'
import { draw, element, say } from './page.js'
import { dayOf } from './words.js'

const unsure = { vi: 'Tôi không nhớ', en: 'I do not remember' }

/** Lists the facilities, of which a draft may name one. */
export async function showFacilities(http: Http, chosen = ''): Promise<void> {
  const list = await http
    .pages('/v1/facilities', { schema: facilitySchema })
    .toArray({ limit: 500 })
  const names = list.map(({ code, name }) => [code, name] as const)
  const select = element<HTMLSelectElement>('facility')
  draw(() => choices(select, [['', say(unsure)], ...names]))
  select.value = chosen
}

/** Says which dose a notice is about. */
export function showNotice({ doseNumber, date, product, facilityName }: NoticedDose): void {
  const vaccine = findProduct(product)?.name ?? product
  element('notice').textContent = say({
    vi: `Phiếu của mũi ${doseNumber}, ${vaccine}, ngày ${dayOf(date)}, ${facilityName}.`,
    en: `Notice of dose ${doseNumber}, ${vaccine}, on ${dayOf(date)}, ${facilityName}.`,
  })
}
