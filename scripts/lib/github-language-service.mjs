// The part of GitHub's language service that workflow-problems.mjs bundles.
export { validate } from '@actions/languageservice'
export { TextDocument } from 'vscode-languageserver-textdocument'
