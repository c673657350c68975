import type { Expect, Loose } from './compare.js'

export function compareSignatures(
  expect: Expect,
  platform: Record<string, Loose[]>,
  at: Date,
): Promise<{ readonly records: number; readonly certificates: number; readonly chains: number }>
