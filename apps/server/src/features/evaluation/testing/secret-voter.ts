import { randomBytes } from 'node:crypto'
import * as contract from '@quanheng/contract/evaluation'
import { type BlindKey, blinded, fromHexNumber, toHexNumber, unblinded } from '@quanheng/domain/evaluation/blind'
import { type SlipUse, slipText } from '@quanheng/domain/evaluation/secret'
import { sha256 } from '../../../platform/log/means.ts'
import { type Caller, callRoute, type TestServer } from '../../../platform/testing/test-server.ts'
import { done } from '../../result/testing/result-world.ts'
import { at, show } from './evaluation-world.ts'

interface Leaf {
  readonly name: string
  readonly serial: string
  readonly factor: bigint
  readonly key: BlindKey
  readonly use: SlipUse
}

/** What a browser does for one person and channel, with the values that never leave it. */
export const secretVoter = async (caller: Caller, evaluationId: string, channelKey: string) => {
  const ballot = (await show(caller, evaluationId)).ballots.find((one) => one.channelKey === channelKey)
  if (!ballot) throw new Error('not asked')
  const keyOf = (name: string): BlindKey => {
    const key = ballot.keys.find((one) => one.name === name)
    if (!key) throw new Error(`no key ${name}`)
    return key
  }
  const leaf = (use: SlipUse): Leaf => {
    const name = use.kind === 'unit' ? use.unitId : 'high'
    return {
      name,
      use,
      key: keyOf(name),
      serial: randomBytes(16).toString('hex'),
      factor: fromHexNumber(randomBytes(250).toString('hex')),
    }
  }
  const place = { evaluationId, channelKey }
  const units = ballot.units.map(({ unitId }) => leaf({ kind: 'unit', unitId }))
  const high = Array.from({ length: ballot.mostHigh ?? 0 }, () => leaf({ kind: 'high' }))
  const hidden = ({ key, factor, use, serial }: Leaf): string =>
    toHexNumber(blinded(sha256, slipText(place, use, serial), key, factor), key)
  const asked = {
    channelKey,
    units: units.map((one) => ({ unitId: one.name, hidden: hidden(one) })),
    high: high.map(hidden),
  }
  const signatureOf = ({ key, factor }: Leaf, signed: string): string =>
    toHexNumber(unblinded(fromHexNumber(signed), key, factor), key)
  const take = async () => {
    const reply = await done(caller, contract.takeTicket, { ...at(evaluationId), body: asked })
    const permits = high.map((one, index) => ({
      serial: one.serial,
      signature: signatureOf(one, reply.high[index] ?? '0'),
    }))
    return (marks: Readonly<Record<string, string>>, highMarks: readonly string[] = []) => {
      const free = [...permits]
      return {
        ...place,
        slips: units.map((one) => ({
          unitId: one.name,
          mark: marks[one.name] ?? '',
          serial: one.serial,
          signature: signatureOf(one, reply.units.find(({ unitId }) => unitId === one.name)?.signed ?? '0'),
          high: highMarks.includes(one.name) ? (free.pop() ?? null) : null,
        })),
      }
    }
  }
  return { asked, take, serials: units.map(({ serial }) => serial) }
}

/** Into the box, without a session. */
export const drop = async (server: TestServer, body: object): Promise<string> => {
  const reply = await callRoute(server, contract.dropBallot, { body })
  return reply.statusCode === 200 ? 'done' : reply.json().error.code
}
