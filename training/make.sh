#!/bin/sh
# Corpora to models/palimpsest-base. Steps whose result is already in work/ are left out; training goes on from its checkpoint.
set -eu
cd "$(dirname "$0")"
name=${1:-long}
[ -f work/corpus.npz ] || python3 corpus.py
[ -f work/pieces.tsv ] || python3 vocabulary.py
python3 train.py --name "$name"
python3 export.py --name "$name"
python3 evaluate.py
python3 curves.py --name "$name"
python3 card.py --name "$name"
