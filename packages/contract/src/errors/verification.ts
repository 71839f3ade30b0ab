import type { VerificationErrorCode } from '@quanheng/domain/verification/errors'
import type { ErrorRow } from './error-row.ts'

export const verificationErrors = {
  'verification.notNow': { status: 409, level: 'info' },
  'verification.notYours': { status: 403, level: 'warn' },
  'verification.standardMissing': { status: 422, level: 'info' },
  'verification.reasonMissing': { status: 422, level: 'info' },
  'verification.nothingToVerify': { status: 422, level: 'info' },
  'verification.notOnSheet': { status: 422, level: 'info' },
  'verification.pickedTwice': { status: 422, level: 'info' },
  'verification.sizeOutOfRange': { status: 422, level: 'info' },
  'verification.populationChanged': { status: 409, level: 'warn' },
  'verification.seedMissing': { status: 422, level: 'info' },
  'verification.noWitness': { status: 422, level: 'warn' },
  'verification.notRandom': { status: 409, level: 'info' },
  'verification.visitsBegun': { status: 409, level: 'info' },
  'verification.notPicked': { status: 422, level: 'info' },
  'verification.tooFewMembers': { status: 422, level: 'info' },
  'verification.interested': { status: 422, level: 'warn' },
  'verification.inFuture': { status: 422, level: 'info' },
  'verification.notVisited': { status: 409, level: 'info' },
  'verification.alreadyAnswered': { status: 409, level: 'info' },
  'verification.noOpinion': { status: 409, level: 'info' },
  'verification.samePerson': { status: 409, level: 'warn' },
  'verification.ownUnit': { status: 403, level: 'warn' },
  'verification.unanswered': { status: 409, level: 'info' },
  'verification.unsigned': { status: 409, level: 'info' },
} as const satisfies Record<VerificationErrorCode, ErrorRow>
