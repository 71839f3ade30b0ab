import { useSyncExternalStore } from 'react'

/** `system` follows the machine. */
export const appearances = ['system', 'light', 'dark'] as const
export type Appearance = (typeof appearances)[number]

const storageKey = 'quanheng.appearance'
const systemDark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

const chosenAppearance = (): Appearance => {
  const chosen = localStorage.getItem(storageKey)
  return appearances.find((appearance) => appearance === chosen) ?? 'system'
}

const isDark = (): boolean => {
  const chosen = chosenAppearance()
  return chosen === 'dark' || (chosen === 'system' && systemDark.matches)
}

/** Puts the choice on the document, where the colour tokens read it. */
export const applyAppearance = (): void => {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light'
  for (const listener of listeners) listener()
}
systemDark.addEventListener('change', applyAppearance)

export const chooseAppearance = (appearance: Appearance): void => {
  localStorage.setItem(storageKey, appearance)
  applyAppearance()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useIsDark = (): boolean => useSyncExternalStore(subscribe, isDark)
export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, chosenAppearance)
