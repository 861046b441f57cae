// Stands for `node:assert/strict` where there is no Node. The slash names the package.
module.exports = require('assert/').strict;
