// Runs the rules of .dependency-cruiser.mjs over all workspaces and says for each finding what to do instead.
// Run by the pinned Node; the last line is `checked N, M failed`.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import config from '../../.dependency-cruiser.mjs'

const comments = new Map(config.forbidden.map(({ name, comment }) => [name, comment]))
const hidden = 'no-hidden-import'
comments.set(
  hidden,
  'The cruiser does not see this form: write `import type` at the top, where directions are checked.',
)

export const ruleNames = [...comments.keys()]

/** Line of the import that names `specifier`; 1 when the file writes it in another way. */
const lineOf = (root, source, specifier) => {
  const path = join(root, source)
  if (!existsSync(path)) return 1
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.findIndex((line) => line.includes(`'${specifier}'`) || line.includes(`"${specifier}"`)) + 1 || 1
}

/** `import('x').T` as a type is invisible to the swc parser: any `import(…)` that the cruiser has no edge for. */
const hiddenImports = (root, { source, dependencies, couldNotResolve }) => {
  if (couldNotResolve || !/\.tsx?$/.test(source) || source.includes('node_modules')) return []
  const seen = new Set(dependencies.map(({ module }) => module))
  const lines = readFileSync(join(root, source), 'utf8').split('\n')
  return lines.flatMap((text, at) =>
    [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)]
      .filter(([, to]) => !seen.has(to))
      .map(([, to]) => ({ rule: hidden, file: source, line: at + 1, to, instead: comments.get(hidden) })),
  )
}

/** What the rules find below `root`, with what was seen, so that a cruise that saw nothing cannot pass. */
export const examine = async (root) => {
  const areas = ['packages', 'apps', 'e2e', 'bench'].filter((area) => existsSync(join(root, area)))
  const { forbidden, options } = config
  const { output } = await cruise(areas, { ...options, baseDir: root, validate: true, ruleSet: { forbidden } })
  const edges = output.modules.flatMap(({ source, dependencies }) => dependencies.map((to) => ({ source, ...to })))
  const specifiers = new Map(edges.map(({ source, resolved, module }) => [`${source} ${resolved}`, module]))
  const findings = output.summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    file: from,
    line: lineOf(root, from, specifiers.get(`${from} ${cycle?.[0]?.name ?? to}`) ?? to),
    to: cycle ? cycle.map(({ name }) => name).join(' → ') : to,
    instead: comments.get(rule.name),
  }))
  return {
    findings: [...findings, ...output.modules.flatMap((module) => hiddenImports(root, module))],
    modules: output.modules.filter(({ source }) => /^(?:packages|apps)\/.*\.tsx?$/.test(source)).length,
    typeOnly: edges.filter(({ dependencyTypes }) => dependencyTypes.includes('type-only')).length,
    acrossPackages: edges.filter(
      ({ source, resolved }) => source.startsWith('apps/') && resolved.startsWith('packages/domain/src/'),
    ).length,
  }
}

/** Far below what the house has: only a parser or a resolver that stopped working goes under them. */
const least = { modules: 200, typeOnly: 100, acrossPackages: 5 }

/** A file that swc cannot read stops the cruise: that is a finding too, in the same form as the others. */
const examineOrSay = async (root) => {
  try {
    return await examine(root)
  } catch (error) {
    console.log(`.dependency-cruiser.mjs:1 the cruise stopped: ${error.message}`)
    console.log('checked 0, 1 failed')
    process.exit(1)
  }
}

if (import.meta.main) {
  const seen = await examineOrSay(join(import.meta.dirname, '../..'))
  const blind = Object.entries(least).filter(([what, count]) => seen[what] < count)
  for (const [what, count] of blind) {
    console.log(
      `.dependency-cruiser.mjs:1 saw ${seen[what]} ${what}, at least ${count} expected: is @swc/core installed?`,
    )
  }
  for (const { rule, file, line, to, instead } of seen.findings) {
    console.log(`${file}:${line} → ${to} (${rule}). ${instead}`)
  }
  const failed = blind.length + seen.findings.length
  console.log(`checked ${seen.modules}, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
