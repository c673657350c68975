import { lintPolicyHead } from '@tiemchung/core'
import { expect, test } from 'vitest'
import { matchPolicy1815 } from './policy.js'

test('the head of the policy is sound', () => {
  expect(lintPolicyHead(matchPolicy1815, matchPolicy1815.format)).toEqual([])
  const dayless = { ...matchPolicy1815, published: '2021-11-31' }
  expect(lintPolicyHead(dayless, matchPolicy1815.format)).toHaveLength(1)
})

test('nothing looser than the place of a tone, and no date less than a day, is a match', () => {
  expect(matchPolicy1815.name.accept).toEqual(['exact', 'tone-position'])
  expect(matchPolicy1815.birthDate.accept).toEqual(['exact'])
})
