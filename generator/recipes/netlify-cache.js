// Keeps what Sourcebook has analysed from one build on Netlify to the next.
export const onPreBuild = ({ utils }) => utils.cache.restore(".sourcebook");
export const onPostBuild = ({ utils }) => utils.cache.save(".sourcebook");
