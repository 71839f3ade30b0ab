import './shared/schema/no-code-from-text.ts'
import './app/theme/tokens.css'
import './app/theme/base.css'
import { startI18n } from './app/i18n.ts'
import { currentLanguage } from './shared/i18n/language.ts'
import { applyAppearance } from './shared/theme/appearance.ts'

applyAppearance()
/** One part after the other: each runs in a task of its own, and the browser answers in between. */
const open = async (): Promise<void> => {
  await startI18n(currentLanguage())
  const { startTransition } = await import('react')
  const { createRoot } = await import('react-dom/client')
  await import('./app/Looks.tsx')
  const { App } = await import('./app/App.tsx')
  const root = document.getElementById('root')
  // As a transition the page is made in slices.
  if (root) startTransition(() => createRoot(root).render(<App />))
}

// Not awaited: the parts import this very file, which must have come to its end by then.
void open()
