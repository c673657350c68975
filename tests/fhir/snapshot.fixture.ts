/** The whole of a profile from what it changes: validators read snapshots, and drafts are published without. */
import type { ElementDefinition, Judge, StructureDefinition } from './validator.fixture.js'

const parentOf = (id: string): string => id.slice(0, id.lastIndexOf('.'))
const nameOf = (id: string): string => id.slice(id.lastIndexOf('.') + 1)
/** The id without the names of slices. */
const bare = (id: string): string => id.replace(/:[^.]*/g, '')

/** The place behind an element and everything within it. */
function endOf(elements: readonly ElementDefinition[], id: string): number {
  const inside = (one: ElementDefinition) =>
    one.id === id || one.id.startsWith(`${id}.`) || one.id.startsWith(`${id}:`)
  return elements.findLastIndex(inside) + 1
}

/** The rules of an element that the base does not spell out: those of its data type. */
function ofDataType(
  judge: Judge,
  elements: readonly ElementDefinition[],
  id: string,
): ElementDefinition {
  const spelt = elements.find((one) => one.id === bare(id))
  if (spelt !== undefined) return spelt
  const parent = elements.find((one) => one.id === parentOf(id) || one.id === bare(parentOf(id)))
  const type = parent?.type?.[0]?.code ?? ''
  const found = judge.base(type).snapshot?.element.find((one) => one.id === `${type}.${nameOf(id)}`)
  if (found === undefined) throw new Error(`no rules for ${id}`)
  return found
}

/** A slice that must be there means that there must be something to slice. */
function raiseMinimum(elements: readonly ElementDefinition[], change: ElementDefinition): void {
  if (change.sliceName === undefined || (change.min ?? 0) === 0) return
  const holder = elements.find((one) => one.id === change.id.slice(0, change.id.lastIndexOf(':')))
  if (holder !== undefined) holder.min = Math.max(holder.min ?? 0, 1)
}

/** A rule that the base spells out, or one that is made from what it stands on. */
function apply(judge: Judge, elements: ElementDefinition[], change: ElementDefinition): void {
  const { id } = change
  const known = elements.find((one) => one.id === id)
  if (known !== undefined) {
    Object.assign(known, change)
    return
  }
  raiseMinimum(elements, change)
  const sliced = change.sliceName !== undefined
  const holder = sliced ? id.slice(0, id.lastIndexOf(':')) : parentOf(id)
  const model = sliced ? elements.find((one) => one.id === holder) : ofDataType(judge, elements, id)
  const { slicing: _, ...rest } = structuredClone(model ?? { id, path: change.path })
  elements.splice(endOf(elements, holder), 0, { ...rest, ...(sliced ? { min: 0 } : {}), ...change })
}

/** Slices that no discriminator of theirs can tell apart: left out, and named. */
export interface Snapshot {
  readonly profile: StructureDefinition
  readonly leftOut: readonly string[]
}

/**
 * What tells slices apart, where a profile names something that none of its slices fixes: the first element that the
 * first of them fixes.
 */
function mendDiscriminators(elements: readonly ElementDefinition[]): void {
  for (const element of elements) {
    if (element.slicing === undefined || nameOf(element.id) === 'extension') continue
    const fixed = elements.find(
      (one) =>
        one.id.startsWith(`${element.id}:`) &&
        Object.keys(one).some((key) => /^(fixedUri|patternCodeableConcept)/.test(key)),
    )
    if (fixed === undefined) continue
    element.slicing.discriminator = [{ type: 'pattern', path: nameOf(fixed.id) }]
  }
}

/**
 * What every member of a list must be, as a slice that must be there: the validator compares a fixed value with the list
 * as a whole.
 */
function mendFixedLists(elements: ElementDefinition[], base: StructureDefinition): void {
  const lists = new Set(base.snapshot?.element.filter(({ max }) => max === '*').map(({ id }) => id))
  for (const element of [...elements]) {
    const fixed = element['fixedCodeableConcept'] ?? element['patternCodeableConcept']
    if (!lists.has(element.id) || fixed === undefined) continue
    const { fixedCodeableConcept: _, patternCodeableConcept: __, ...rest } = element
    const slice = { ...rest, id: `${element.id}:fixed`, sliceName: 'fixed', min: 1 }
    const slicing = { discriminator: [{ type: 'pattern', path: '$this' }], rules: 'open' }
    elements.splice(elements.indexOf(element), 1, { ...rest, slicing })
    elements.splice(endOf(elements, element.id), 0, { ...slice, patternCodeableConcept: fixed })
  }
}

/** The snapshot of a profile upon that of its base. */
export function snapshotOf(
  judge: Judge,
  base: StructureDefinition,
  profile: StructureDefinition,
): Snapshot {
  const elements = structuredClone(base.snapshot?.element ?? [])
  const leftOut: string[] = []
  for (const change of profile.differential?.element ?? []) {
    const sliced = /^(.*?):[^.]*/.exec(change.id)?.[1]
    const holder = elements.find((one) => one.id === sliced)
    if (sliced !== undefined && holder?.slicing === undefined) leftOut.push(change.id)
    else apply(judge, elements, change)
  }
  mendDiscriminators(elements)
  mendFixedLists(elements, base)
  return { profile: { ...profile, snapshot: { element: elements } }, leftOut }
}

/** The profile of one slice: the data type with what the slice fixes in it. */
export function sliceProfile(
  judge: Judge,
  { profile }: Snapshot,
  slice: string,
  type: string,
): StructureDefinition {
  const base = judge.base(type)
  const within = (profile.differential?.element ?? []).filter((one) =>
    one.id.startsWith(`${slice}.`),
  )
  const element = within.map((one) => {
    const id = type + one.id.slice(slice.length)
    return { ...one, id, path: id }
  })
  return snapshotOf(judge, base, {
    ...base,
    url: `${profile.url}#${slice}`,
    differential: { element },
  }).profile
}
