import type { ReplyOf, Route } from '@quanheng/contract/route'
import { currentLanguage } from '../i18n/language.ts'
import { signedOut, stepUp } from './door.ts'
import { addressOf, type CallInput, type LooseInput } from './input.ts'
import { newKey } from './key.ts'
import { cancelled, connectionLost, type RefusedError, refusedFrom } from './refused.ts'

export interface CallOptions {
  readonly signal?: AbortSignal
  /** The idempotency key of the person's intent; `useCommand` keeps one through retries. */
  readonly key?: string
  /** Only asks whether there is a session: a refusal leads nowhere. */
  readonly quiet?: true
  /** The request goes on when its page is left; the browser allows it some 60 KB. */
  readonly leaving?: boolean
  /** Without the session: the server does not learn who asks. */
  readonly anonymous?: true
}

/** `file` routes answer with the bytes and the name that the server gave them. */
export interface FileReply {
  readonly blob: Blob
  readonly name: string
}

export type AnswerOf<R extends Route> = R extends { reply: 'file' } ? FileReply : ReplyOf<R>

const headersOf = (route: Route, input: LooseInput, key: string | undefined): Headers => {
  const headers = new Headers({ 'Accept-Language': currentLanguage() })
  if (route.method !== 'GET') headers.set('X-Quanheng', '1')
  if (route.kind === 'command') headers.set('Idempotency-Key', key ?? newKey())
  if (input.body !== undefined) headers.set('Content-Type', 'application/json')
  return headers
}

const nameOf = (response: Response): string => {
  const disposition = response.headers.get('Content-Disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded ? decodeURIComponent(encoded) : (/filename="([^"]+)"/i.exec(disposition)?.[1] ?? 'download')
}

const send = async (address: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(address, init)
  } catch {
    throw init.signal?.aborted ? cancelled() : connectionLost()
  }
}

/** What a refusal at the door asks for: sign in again, prove it is you and go on, or nothing we can mend here. */
const mayTryAgain = async (refusal: RefusedError): Promise<boolean> => {
  if (refusal.code === 'platform.notSignedIn') signedOut.tell()
  return refusal.code === 'platform.stepUpNeeded' && (await stepUp.ask())
}

/**
 * Calls a route of the contract. Throws `RefusedError` and nothing else.
 * A missing session leads to the login page; a weighty act asks for the password, then goes on with the same key.
 */
export const call = async <R extends Route>(
  route: R,
  input: CallInput<R>,
  options: CallOptions = {},
): Promise<AnswerOf<R>> => {
  const loose = input as LooseInput
  const init: RequestInit = {
    method: route.method,
    headers: headersOf(route, loose, options.key),
    credentials: options.anonymous ? 'omit' : 'same-origin',
    ...(loose.body === undefined ? {} : { body: JSON.stringify(loose.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.leaving ? { keepalive: true } : {}),
  }
  const address = addressOf(route, loose)
  let response = await send(address, init)
  while (!response.ok) {
    const refusal = refusedFrom(response.status, await response.text())
    if (options.quiet || !(await mayTryAgain(refusal))) throw refusal
    response = await send(address, init)
  }
  if ('reply' in route && route.reply === 'file') {
    return { blob: await response.blob(), name: nameOf(response) } as AnswerOf<R>
  }
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as AnswerOf<R>
}
