/** Versions of rules, engines and schemas: `major.minor.patch`. */

export type Version = readonly [number, number, number]

/** The three numbers of a version; undefined when it is none. */
export function versionOf(text: string): Version | undefined {
  const match = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(text)
  return match === null ? undefined : [Number(match[1]), Number(match[2]), Number(match[3])]
}

/** Negative when the first is older, zero when both are the same. */
export function compareVersions(one: Version, other: Version): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2]
}
