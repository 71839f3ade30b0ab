import type { ErrorCode } from '@quanheng/contract/errors'
import type { Scanner } from './files/scanner.ts'
import type { Place } from './log/places/place.ts'
import type { OnCommand } from './process/control.ts'

/** What the command line gives the composition root; nothing in the server reads the environment or the arguments. */
export interface ServerOptions {
  /** `postgres://…` of the login that serves. */
  readonly appUrl: string
  /** `postgres://…` of the login that owns: reset makes a new database with it. */
  readonly ownerUrl: string
  readonly dataDir: string
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** The built web pages; absent for a command that answers no browser. */
  readonly webDir?: string
  /** PEM texts; absent where a proxy does TLS or only this machine can connect. */
  readonly tls?: { readonly cert: string; readonly key: string }
  /** A proxy in front speaks TLS: its forwarded headers are believed, cookies are secure. */
  readonly behindProxy: boolean
  /** Where copies of checkpoints go, beside the data directory. */
  readonly checkpointPlaces: readonly Place[]
  /** The virus scanner that uploads are shown to; null where the office has none. */
  readonly scanner: Scanner | null
  /** Prints a line for the person at the terminal, such as the one-time code of the first run. */
  readonly announce: (line: string) => void
  /** Registers what the server does for a database command while it runs. */
  readonly onCommand: OnCommand
}

/** What the server answers to the command `log`. */
export interface LogStanding {
  readonly sealed: { readonly size: number; readonly at: string } | null
  /** First fault first, as codes of `messages`; empty is well. */
  readonly trouble: readonly { readonly code: ErrorCode; readonly params: Readonly<Record<string, string>> }[]
}

export interface Server {
  /** Resolves when requests are answered, with the address to open: `http://127.0.0.1:8080`. */
  listen(): Promise<{ address: string }>
  /** Lets requests under way end, then closes every connection. */
  close(): Promise<void>
}

export type CreateServer = (options: ServerOptions) => Promise<Server>
