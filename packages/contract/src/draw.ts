import { z } from 'zod'
import { command, query } from './route.ts'
import { digest, id, inFormat, line, reason, version, words } from './shapes.ts'

/** 抽样 (C-4.3): a seed that nobody alone controls, agreed on beforehand or drawn on the spot, the draw from the fixed list, and its witness. */

const one = z.object({ verificationId: id })
const versioned = z.object({ version })
const common = ['verification.notNow', 'verification.notYours', 'platform.stale'] as const

export const commitSeed = command({
  id: 'verification.commit',
  method: 'POST',
  path: '/api/verifications/:verificationId/commitments',
  ability: 'verification.commit',
  act: '提交抽样承诺',
  summary: 'A party files the digest of its value; the last one fixes the list',
  params: one,
  body: z.object({ version, digest }),
  reply: versioned,
  errors: [
    ...common,
    'verification.notRandom',
    'verification.notParty',
    'verification.alreadyCommitted',
    'verification.publicDayCome',
    'verification.sizeOutOfRange',
  ],
})

export const revealSeed = command({
  id: 'verification.reveal',
  method: 'POST',
  path: '/api/verifications/:verificationId/reveal',
  ability: 'verification.reveal',
  act: '揭示抽样承诺',
  summary: 'A party reveals the value that it had filed the digest of; any other is refused',
  params: one,
  body: z.object({ version, value: words.max(200) }),
  reply: versioned,
  errors: [
    ...common,
    'verification.notParty',
    'verification.alreadyRevealed',
    'verification.seedMissing',
    'verification.revealMismatch',
  ],
})

export const fallBackSeed = command({
  id: 'verification.fallBack',
  method: 'POST',
  path: '/api/verifications/:verificationId/fall-back',
  ability: 'verification.fallBack',
  act: '改用当场报数抽样',
  summary: 'The agreed seed is given up with a reason; who was missing stays on the record',
  params: one,
  body: z.object({ version, reason }),
  reply: versioned,
  errors: [...common, 'verification.notRandom', 'verification.reasonMissing', 'verification.sizeOutOfRange'],
})

export const witnessDraw = command({
  id: 'verification.witness',
  method: 'POST',
  path: '/api/verifications/:verificationId/witness',
  ability: 'verification.witness',
  act: '见证签字',
  stepUp: true,
  summary: 'The observer named in the draw signs its record',
  params: one,
  body: z.object({ version, digest }),
  reply: versioned,
  errors: [
    ...common,
    'verification.notRandom',
    'verification.notWitness',
    'verification.alreadyWitnessed',
    'verification.drawChanged',
  ],
})

export const drawSample = command({
  id: 'verification.draw',
  method: 'POST',
  path: '/api/verifications/:verificationId/draw',
  ability: 'verification.draw',
  act: '抽样',
  milestone: true,
  summary: 'Draws from the fixed list with a seed that nobody alone controls, before a witness',
  params: one,
  body: z.object({
    version,
    seedParts: z.array(z.object({ by: line(100), value: words.max(200) })).max(20),
    witnessId: id,
  }),
  reply: versioned,
  errors: [
    ...common,
    'verification.seedMissing',
    'verification.noWitness',
    'verification.notRandom',
    'verification.populationChanged',
    'verification.revealMissing',
    'verification.publicNotYet',
  ],
})

export const cancelDraw = command({
  id: 'verification.cancelDraw',
  method: 'POST',
  path: '/api/verifications/:verificationId/cancel-draw',
  ability: 'verification.cancelDraw',
  act: '取消抽样',
  summary: 'Makes a draw void before any visit; it stays on the record with the reason',
  params: one,
  body: z.object({ version, reason }),
  reply: versioned,
  errors: [...common, 'verification.notRandom', 'verification.visitsBegun', 'verification.reasonMissing'],
})

export const drawRecord = query({
  id: 'verification.drawRecord',
  method: 'GET',
  path: '/api/verifications/:verificationId/draws/:drawId/record',
  ability: 'verification.read',
  summary: 'The record of a draw as a file with which anybody repeats it (verify/draw.py)',
  params: z.object({ verificationId: id, drawId: id }),
  reply: 'file',
  errors: [],
})

export const drawPaper = query({
  id: 'verification.drawPaper',
  method: 'GET',
  path: '/api/verifications/:verificationId/draws/:drawId/paper',
  ability: 'verification.read',
  summary: '抽样记录表: the list, the seed and the units drawn, with room for both signatures',
  params: z.object({ verificationId: id, drawId: id }),
  query: inFormat,
  reply: 'file',
  errors: [],
})
