/** The form of a report, read and filled in: its fields bear the paths of the schema as names. */
import { feedbackTypeSchema } from '@tiemchung/schemas'
import type { DraftForm } from '@tiemchung/feedback'
import { choices } from './elements.js'
import { draw, element, say, show } from './page.js'
import { dayOf, typeWords } from './words.js'

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
type Tree = { [name: string]: unknown }

export const form = element<HTMLFormElement>('report')

const fields = (): readonly Field[] =>
  [...form.querySelectorAll<Field>('[name]')].filter((one) => one.closest('[hidden]') === null)

function put(tree: Tree, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) tree[first] = value
  else if (value !== undefined) put((tree[first] ??= {}) as Tree, rest, value)
}

// A field for dates would take them in the order of the browser's language, which need not be the page's.
const toDay = (text: string) => text.replace(/^(\d\d?)\/(\d\d?)\/(\d{4})$/, isoOf)
const isoOf = (_: string, day: string, month: string, year: string) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

function valueOf({ type, value, name, dataset }: Field): unknown {
  if (value.trim() === '') return undefined
  if (type === 'number') return Number(value)
  if (dataset['day'] !== undefined) return toDay(value.trim())
  return name === 'reporter.phone' ? value.replaceAll(/[\s.-]/g, '') : value.trim()
}

/** What is written in the form. It is checked by its schema when it is sent. */
export function read(): DraftForm {
  const tree: Tree = { reporter: {}, person: {}, claimed: {} }
  for (const field of fields()) put(tree, field.name.split('.'), valueOf(field))
  return tree as DraftForm
}

/** Writes into the form what a draft says. */
export function fill(draft: DraftForm): void {
  for (const field of form.querySelectorAll<Field>('[name]')) {
    const names = field.name.split('.')
    const value = names.reduce<unknown>((tree, name) => (tree as Tree | undefined)?.[name], draft)
    const text = String(value ?? field.value)
    field.value = field.dataset['day'] === undefined ? text : dayOf(text)
  }
  showClaims()
}

/** Only what belongs to the kind of error is asked for. */
export function showClaims(): void {
  const type = element<HTMLSelectElement>('type').value
  for (const one of form.querySelectorAll<HTMLElement>('[data-claim]')) {
    show(one, (one.dataset['claim'] ?? '').split(' ').includes(type))
  }
}

draw(() => {
  const words = feedbackTypeSchema.options.map((type) => [type, say(typeWords[type])] as const)
  choices(element('type'), words)
  showClaims()
})
