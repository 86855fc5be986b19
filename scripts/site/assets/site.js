// Opens the search in a dialog: on a click on the link to the search page, and with Ctrl+K or /. The search is loaded on its first use.
const root = new URL('..', import.meta.url)
const bundle = new URL('pagefind/', root).href
const trigger = document.querySelector('a.search')

trigger?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  openSearch()
})

document.addEventListener('keydown', (event) => {
  const isShortcut = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
  const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isEditing(event.target)
  if (!isShortcut && !isSlash) return
  event.preventDefault()
  openSearch()
})

// the search page contains the elements of the search
if (document.querySelector('main pagefind-input')) {
  await loadSearch()
  openSearch()
}

async function openSearch() {
  const field = document.querySelector('main pagefind-input input')
  if (field) return field.focus()
  let modal = document.querySelector('pagefind-modal')
  if (!modal) {
    await loadSearch()
    modal = document.createElement('pagefind-modal')
    document.body.append(modal)
    await customElements.whenDefined('pagefind-modal')
  }
  modal.open()
}

function loadSearch() {
  const config = document.createElement('pagefind-config')
  config.setAttribute('bundle-path', bundle)
  document.body.append(config)
  const styles = document.createElement('link')
  styles.rel = 'stylesheet'
  styles.href = `${bundle}pagefind-component-ui.css`
  const ready = new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.type = 'module'
    script.src = `${bundle}pagefind-component-ui.js`
    script.onload = resolve
    script.onerror = () => reject(new Error('The search could not be loaded.'))
    document.head.append(styles, script)
  })
  return ready
}

function isEditing(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
