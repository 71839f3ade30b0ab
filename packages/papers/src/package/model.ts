/** A file of a package, at a relative path with `/`. */
export interface PackageFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * What a package is and what it rests on. Text only, no clock of the machine: `on` is the business day of the act that
 * made it. The values are signed with the manifest, so put digests here of everything the package stands for.
 */
export interface PackageMeta {
  /** 报送包, 归档包 … as a code: `submission`, `archive`. */
  readonly kind: string
  readonly title: string
  readonly organ: string
  /** `YYYY-MM-DD` */
  readonly on: string
  /** e.g. `{ run: '<digest>', plan: '<digest>', number: '…〔2025〕3号' }`; keys are sorted on writing. */
  readonly cites?: Readonly<Record<string, string>>
}

/** `manifest.json`: canonical JSON (RFC 8785), files in order of path, sizes in bytes, digests in lower-case hexadecimal. */
export interface PackageManifest extends PackageMeta {
  readonly v: 1
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[]
}

export const manifestPath = 'manifest.json'

export const packageCodes = [
  /** A path that is absolute, climbs, is not plain, or is the manifest's own. [path] */
  'package.path',
  /** Two files at one path, letter case aside. [path] */
  'package.pathTwice',
  /** Not a package of ours: no manifest, or one that cannot be read. */
  'package.noManifest',
  /** The zip itself is damaged or exceeds the limits. */
  'package.damaged',
  /** Named by the manifest but not there. [path] */
  'package.fileMissing',
  /** There but not named by the manifest. [path] */
  'package.fileExtra',
  /** Other bytes than the manifest says. [path] */
  'package.fileChanged',
] as const

export type PackageCode = (typeof packageCodes)[number]
