/** Every public entry of every package, and what each gives away. */
import { builtName, rooms } from '../../tools/house.js'

/** One thing that a package exports. */
export interface Exported {
  /** `@tiemchung/core#parseUuid`: how recipes and reasons name it. */
  readonly id: string
  readonly value: unknown
}

/** An entry and its exports; `error` instead when it cannot be imported. */
export interface Door {
  readonly name: string
  readonly exported: readonly Exported[]
  readonly error?: unknown
}

async function open(name: string): Promise<Door> {
  try {
    const module = (await import(/* @vite-ignore */ name)) as Record<string, unknown>
    const exported = Object.entries(module).map(([key, value]) => ({ id: `${name}#${key}`, value }))
    return { name, exported }
  } catch (error) {
    return { name, exported: [], error }
  }
}

export function doors(): Promise<Door[]> {
  return Promise.all(
    rooms.flatMap((place) =>
      Object.keys(place.entries).map((subpath) =>
        open(subpath === '.' ? place.name : `${place.name}/${builtName(subpath)}`),
      ),
    ),
  )
}
